/** The one JSON mapper of the contracts; no types of its own. */
package org.creditscoring.model.json;

/** JSON as bytes: what every answer and every line of the audit log is made of. */
package org.creditscoring.serving.json;

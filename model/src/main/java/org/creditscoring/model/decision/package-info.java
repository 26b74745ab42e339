/** From a raw margin to a decision and its reasons; nothing of trees or files. */
package org.creditscoring.model.decision;

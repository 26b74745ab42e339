/** A literal service for tests: fixed answers in the contract's words, no logic of the real one. */
package org.creditscoring.notebooks.interpreter.stub;

/**
 * What a paragraph may say, one class per sentence: service answer in, HTML out; no code of a user
 * runs here.
 */
package org.creditscoring.notebooks.interpreter.sentence;

package org.creditscoring.data.synthetic;

/**
 * A client whose application is made and whose history is to follow.
 *
 * @param place from 0, in the order of the ids
 * @param strain standard normal: how strained the client's dealings with credit are; higher is
 *     riskier. It drives the history, and with the application the outcome.
 * @param knownToBureau whether other lenders ever reported a credit
 */
record Client(int id, int place, Standing standing, double strain, boolean knownToBureau) {}

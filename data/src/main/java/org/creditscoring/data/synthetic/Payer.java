package org.creditscoring.data.synthetic;

/**
 * How a client behaves towards this lender: each trait leans on the client's strain and has a part
 * of its own.
 *
 * @param refusal added to the log-odds that an application is refused
 * @param recency of the applications; higher is more recent
 * @param lateness log-odds that an instalment is paid late
 * @param delay added to the log-odds that a month of a loan ends past due
 * @param thrift of repaying early; higher repays earlier
 * @param cardUse of the card's limit; higher uses more
 * @param rate of interest; higher pays more
 */
record Payer(
    double refusal,
    double recency,
    double lateness,
    double delay,
    double thrift,
    double cardUse,
    double rate) {

  static Payer of(Client client, Draws draws) {
    double strain = client.strain();
    return new Payer(
        0.58 * strain + 0.55 * draws.normal() - 0.15,
        0.25 * strain + 0.40 * draws.normal(),
        -2.95 + 0.45 * strain + 0.75 * draws.normal(),
        0.50 * strain + 0.9 * draws.normal(),
        -0.40 * strain + 0.6 * draws.normal() + 0.2,
        1.00 * strain + 0.55 * draws.normal(),
        0.35 * strain + 0.6 * draws.normal());
  }
}

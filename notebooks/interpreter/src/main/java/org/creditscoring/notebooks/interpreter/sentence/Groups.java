package org.creditscoring.notebooks.interpreter.sentence;

/** The two groups that a distribution sets side by side: the safer one first. */
enum Groups {
  DECISION("accepted", "refused", "accepted", "refused"),
  OUTCOME("repaid", "defaulted", "distribution.repaid", "distribution.defaulted");

  private final String safer;
  private final String riskier;
  private final String saferKey;
  private final String riskierKey;

  Groups(String safer, String riskier, String saferKey, String riskierKey) {
    this.safer = safer;
    this.riskier = riskier;
    this.saferKey = saferKey;
    this.riskierKey = riskierKey;
  }

  /**
   * @param name of a constant, as the form offered it
   */
  static Groups of(String name) {
    return valueOf(name);
  }

  /** Names of the two counts in a bin of the service's answer. */
  String safer() {
    return safer;
  }

  String riskier() {
    return riskier;
  }

  /** Message keys of their words. */
  String saferKey() {
    return saferKey;
  }

  String riskierKey() {
    return riskierKey;
  }
}

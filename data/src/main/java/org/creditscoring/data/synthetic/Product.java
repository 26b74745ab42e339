package org.creditscoring.data.synthetic;

/**
 * What an earlier application was for, and what became of it.
 *
 * @param type as in NAME_CONTRACT_TYPE
 * @param status as in NAME_CONTRACT_STATUS
 * @param origin as in NAME_PRODUCT_TYPE
 * @param rate as in NAME_YIELD_GROUP
 * @param name as in PRODUCT_COMBINATION; may be empty
 */
record Product(
    String type, String status, String portfolio, String origin, String rate, String name) {

  static Product draw(Facts facts, String type, String status, Draws draws) {
    String[] parts = facts.text("PRODUCT", type + "|" + status, draws.uniform()).split(";", -1);
    return new Product(type, status, parts[0], parts[1], parts[2], parts[3]);
  }

  String kind() {
    return type + "|" + status;
  }

  /** The product as it is sold: what was granted is smaller and shorter than what was not. */
  String sold() {
    return name + "|" + (approved() ? "Approved" : "Other");
  }

  boolean approved() {
    return status.equals("Approved");
  }

  boolean revolving() {
    return type.equals("Revolving loans");
  }

  boolean consumer() {
    return type.equals("Consumer loans");
  }
}

package org.creditscoring.data;

import java.util.List;

/** The raw tables of the Home Credit Default Risk set, under the names of their files. */
public final class HomeCredit {
  /** One row per past client, outcome known. */
  public static final Table APPLICATION_TRAIN =
      Dictionary.table("application_train", "application");

  /** One row per current client: the same columns without {@code TARGET}. */
  public static final Table APPLICATION_TEST =
      APPLICATION_TRAIN.without("TARGET", "application_test");

  /** Credits with other lenders. */
  public static final Table BUREAU = Dictionary.table("bureau");

  /** Credits with other lenders, month by month. */
  public static final Table BUREAU_BALANCE = Dictionary.table("bureau_balance");

  /** Earlier applications to this lender. */
  public static final Table PREVIOUS_APPLICATION = Dictionary.table("previous_application");

  /** Consumer and cash credits with this lender, month by month. */
  public static final Table POS_CASH_BALANCE = Dictionary.table("POS_CASH_balance");

  /** What was due and what was paid on credits with this lender. */
  public static final Table INSTALLMENTS_PAYMENTS = Dictionary.table("installments_payments");

  /** Cards of this lender, month by month. */
  public static final Table CREDIT_CARD_BALANCE = Dictionary.table("credit_card_balance");

  private static final List<Table> ALL =
      List.of(
          APPLICATION_TRAIN,
          APPLICATION_TEST,
          BUREAU,
          BUREAU_BALANCE,
          PREVIOUS_APPLICATION,
          POS_CASH_BALANCE,
          INSTALLMENTS_PAYMENTS,
          CREDIT_CARD_BALANCE);

  private HomeCredit() {}

  /** Every table: both applications first. */
  public static List<Table> all() {
    return ALL;
  }
}

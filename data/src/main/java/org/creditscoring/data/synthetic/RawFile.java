package org.creditscoring.data.synthetic;

import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;

/** The files that are generated. */
enum RawFile {
  APPLICATION_TRAIN(HomeCredit.APPLICATION_TRAIN),
  APPLICATION_TEST(HomeCredit.APPLICATION_TEST),
  BUREAU(HomeCredit.BUREAU),
  BUREAU_BALANCE(HomeCredit.BUREAU_BALANCE),
  PREVIOUS_APPLICATION(HomeCredit.PREVIOUS_APPLICATION),
  POS_CASH_BALANCE(HomeCredit.POS_CASH_BALANCE),
  INSTALLMENTS_PAYMENTS(HomeCredit.INSTALLMENTS_PAYMENTS),
  CREDIT_CARD_BALANCE(HomeCredit.CREDIT_CARD_BALANCE);

  private final Table table;

  RawFile(Table table) {
    this.table = table;
  }

  Table table() {
    return table;
  }
}

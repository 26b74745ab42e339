package org.creditscoring.model.feature;

/** The reason groups that features of every source share. */
public final class Groups {
  public static final Group EXTERNAL_SCORES =
      Group.of("external-scores", "Scores from outside sources", "Scores de sources externes");
  public static final Group INCOME = Group.of("income", "Income", "Revenus");
  public static final Group CREDIT_TERMS =
      Group.of("credit-terms", "Amount and terms of the credit", "Montant et conditions du crédit");
  public static final Group GOODS =
      Group.of("goods", "Price of the goods financed", "Prix du bien financé");
  public static final Group AGE = Group.of("age", "Age", "Âge");
  public static final Group EMPLOYMENT =
      Group.of("employment", "Employment", "Situation professionnelle");
  public static final Group EDUCATION = Group.of("education", "Education", "Niveau d'études");
  public static final Group HOUSEHOLD = Group.of("household", "Household", "Foyer");
  public static final Group HOUSING = Group.of("housing", "Housing", "Logement");
  public static final Group BUILDING =
      Group.of("building", "Building lived in", "Immeuble d'habitation");
  public static final Group REGION = Group.of("region", "Region", "Région");
  public static final Group ADDRESS_MATCH =
      Group.of("address-match", "Agreement of the addresses given", "Cohérence des adresses");
  public static final Group PROPERTY =
      Group.of("property", "Car and real estate", "Véhicule et patrimoine");
  public static final Group STABILITY =
      Group.of("stability", "Stability of the file", "Stabilité du dossier");
  public static final Group CONTACT = Group.of("contact", "Means of contact", "Moyens de contact");
  public static final Group DOCUMENTS =
      Group.of("documents", "Documents supplied", "Pièces fournies");
  public static final Group CIRCLE =
      Group.of("circle", "Defaults in the client's circle", "Défauts dans l'entourage");
  public static final Group ENQUIRIES =
      Group.of("enquiries", "Credit bureau enquiries", "Consultations du fichier de crédit");
  public static final Group APPLICATION_TIME =
      Group.of("application-time", "Moment of the application", "Moment de la demande");
  public static final Group DEBTS_ELSEWHERE =
      Group.of("debts-elsewhere", "Debts with other lenders", "Dettes chez d'autres prêteurs");
  public static final Group RECORD_ELSEWHERE =
      Group.of(
          "record-elsewhere",
          "Credit record with other lenders",
          "Parcours de crédit chez d'autres prêteurs");
  public static final Group ARREARS_ELSEWHERE =
      Group.of(
          "arrears-elsewhere",
          "Late payments with other lenders",
          "Retards de paiement chez d'autres prêteurs");
  public static final Group REFUSALS =
      Group.of("refusals", "Outcome of earlier applications", "Suite des demandes antérieures");
  public static final Group PAST_LOANS =
      Group.of("past-loans", "Earlier credits with us", "Crédits antérieurs chez nous");
  public static final Group PAST_TERMS =
      Group.of(
          "past-terms", "Terms of earlier credits", "Conditions des crédits antérieurs chez nous");
  public static final Group PAST_SALES =
      Group.of("past-sales", "How earlier credits came about", "Origine des crédits antérieurs");
  public static final Group COMMITMENTS =
      Group.of("commitments", "Instalments still to pay", "Échéances restant à payer");
  public static final Group ARREARS =
      Group.of("arrears", "Late payments with us", "Retards de paiement chez nous");
  public static final Group REPAYMENTS =
      Group.of("repayments", "Amounts repaid to us", "Sommes remboursées chez nous");
  public static final Group CARD_USE =
      Group.of("card-use", "Use of the card", "Utilisation de la carte");
  public static final Group IDENTITY = Group.of("identity", "Identity", "Identité");

  private Groups() {}
}

package org.creditscoring.data.synthetic;

/** Makes one client with everything that the tables say of him. */
final class ClientMaker {
  /** How much of the strain the application shows; the rest is the hidden discipline. */
  private static final double SHOWN = 0.35;

  /** The most credits of one client: the published files hold at most 116 and 77. */
  private static final int BUREAU_SLOTS = 64;

  private static final int PREVIOUS_SLOTS = 64;

  private final long seed;
  private final Population population;
  private final ApplicationMaker applications;
  private final Risk risk;
  private final BureauMaker bureau;
  private final PreviousMaker previous;

  ClientMaker(long seed, Population population) {
    this.seed = seed;
    this.population = population;
    this.applications = new ApplicationMaker(Facts.read("application.json"));
    this.risk = Risk.read("risk.json");
    Facts history = Facts.read("history.json");
    this.bureau = new BureauMaker(history, new Ids(5_000_000, population.size(), BUREAU_SLOTS));
    this.previous =
        new PreviousMaker(history, new Ids(1_000_001, population.size(), PREVIOUS_SLOTS));
  }

  /**
   * @param place of the client, from 0
   */
  void write(int place, Rows rows) {
    Draws draws = Draws.of(seed, place);
    Standing standing = population.standing(place);
    Application application = applications.make(draws, standing);
    double discipline = draws.normal();
    double shown = risk.shown(application);
    double strain = SHOWN * risk.standardised(shown) + Math.sqrt(1 - SHOWN * SHOWN) * discipline;
    application.set("SK_ID_CURR", population.id(place));
    application.flag("TARGET", draws.chance(risk.probability(shown, discipline)));
    RawFile file = standing == Standing.PAST ? RawFile.APPLICATION_TRAIN : RawFile.APPLICATION_TEST;
    application.write(rows.of(file), standing);
    boolean known = ApplicationMaker.knownToBureau(application);
    Client client = new Client(population.id(place), place, standing, strain, known);
    bureau.write(client, draws, rows);
    previous.write(client, draws, rows);
  }
}

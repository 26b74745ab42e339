package org.creditscoring.pipeline.snapshots;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.model.decision.Logistic;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.pipeline.drift.ClientKind;
import org.creditscoring.pipeline.drift.Counted;
import org.creditscoring.pipeline.drift.Shift;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.snapshot.ClientRows;
import org.creditscoring.pipeline.snapshot.DistributionRow;
import org.creditscoring.pipeline.snapshot.FeatureRow;
import org.creditscoring.pipeline.snapshot.PublishedBins;
import org.creditscoring.pipeline.snapshot.PublishedSnapshot;

/**
 * Compares two snapshots, client by client: both are read side by side, so that memory is a row
 * group of each and eight bytes a client.
 */
final class SnapshotDiff {
  private static final String FEATURE = "feature";

  private final PublishedSnapshot before;
  private final PublishedSnapshot after;
  private final int ids;
  private final FeatureCounts countsBefore;
  private final FeatureCounts countsAfter;
  private final DiffReport.Catalogue catalogue;
  private final MoveTally probabilities = new MoveTally();
  private final MoveTally points = new MoveTally();
  private final List<Integer> nowRefusedIds = new ArrayList<>();
  private final List<Integer> nowAcceptedIds = new ArrayList<>();
  private long both;
  private long onlyBefore;
  private long onlyAfter;
  private long outcomeKnownNow;
  private long refusedBefore;
  private long refusedAfter;
  private long nowRefused;
  private long nowAccepted;

  private SnapshotDiff(PublishedSnapshot before, PublishedSnapshot after, int ids) {
    this.before = before;
    this.after = after;
    this.ids = ids;
    List<FeatureRow> rowsBefore = before.table(Layout.FEATURES, FeatureRow.class);
    List<FeatureRow> rowsAfter = after.table(Layout.FEATURES, FeatureRow.class);
    catalogue = CatalogueDiff.of(rowsBefore, rowsAfter);
    List<FeatureRow> earlier = features(rowsBefore);
    List<FeatureRow> later = features(rowsAfter);
    Map<String, double[]> edges = edges();
    countsBefore = new FeatureCounts(shared(earlier, later), edges);
    countsAfter = new FeatureCounts(shared(later, earlier), edges);
  }

  /**
   * @param ids as many of those whose decision has changed are named
   * @throws BadDataException if one of them cannot be read
   */
  static DiffReport between(PublishedSnapshot before, PublishedSnapshot after, int ids)
      throws IOException {
    SnapshotDiff diff = new SnapshotDiff(before, after, ids);
    diff.read();
    return diff.report();
  }

  private void read() throws IOException {
    try (ClientRows earlier = before.clients();
        ClientRows later = after.clients()) {
      Optional<ScoredClient> old = next(earlier, countsBefore);
      Optional<ScoredClient> fresh = next(later, countsAfter);
      while (old.isPresent() || fresh.isPresent()) {
        long oldId = old.map(ScoredClient::id).map(Integer::longValue).orElse(Long.MAX_VALUE);
        long freshId = fresh.map(ScoredClient::id).map(Integer::longValue).orElse(Long.MAX_VALUE);
        if (oldId < freshId) {
          onlyBefore++;
        } else if (freshId < oldId) {
          onlyAfter++;
        } else {
          add(old.get(), fresh.get());
        }
        old = oldId <= freshId ? next(earlier, countsBefore) : old;
        fresh = freshId <= oldId ? next(later, countsAfter) : fresh;
      }
    }
  }

  private static Optional<ScoredClient> next(ClientRows rows, FeatureCounts counts) {
    Optional<ScoredClient> client = rows.next();
    try {
      client.ifPresent(counts::add);
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new BadDataException(
          "%s row %d: a category is not in the catalogue; './credit snapshots verify' tells more"
              .formatted(rows.part(), rows.row()),
          e);
    }
    return client;
  }

  private void add(ScoredClient old, ScoredClient fresh) {
    both++;
    // The float of a snapshot is coarser than the change of a small probability.
    probabilities.add((float) (Logistic.of(fresh.margin()) - Logistic.of(old.margin())));
    points.add(fresh.points() - old.points());
    boolean refusedThen = refused(old);
    boolean refusedNow = refused(fresh);
    refusedBefore += refusedThen ? 1 : 0;
    refusedAfter += refusedNow ? 1 : 0;
    if (refusedNow && !refusedThen) {
      nowRefused++;
      name(nowRefusedIds, fresh);
    } else if (refusedThen && !refusedNow) {
      nowAccepted++;
      name(nowAcceptedIds, fresh);
    }
    boolean known = ClientKind.of(fresh.outcome()) == ClientKind.PAST;
    outcomeKnownNow += known && ClientKind.of(old.outcome()) == ClientKind.CURRENT ? 1 : 0;
  }

  private void name(List<Integer> named, ScoredClient client) {
    if (named.size() < ids) {
      named.add(client.id());
    }
  }

  private DiffReport report() {
    return new DiffReport(
        side(before),
        side(after),
        new DiffReport.Clients(both, onlyBefore, onlyAfter, outcomeKnownNow),
        new DiffReport.Decisions(
            refusedBefore, refusedAfter, nowRefused, nowAccepted, nowRefusedIds, nowAcceptedIds),
        probabilities.moves(),
        points.moves(),
        drift(),
        catalogue);
  }

  private List<DiffReport.Drift> drift() {
    Map<String, Counted> later = countsAfter.byName();
    List<DiffReport.Drift> drift = new ArrayList<>();
    countsBefore
        .byName()
        .values()
        .forEach(
            counted -> {
              for (ClientKind kind : ClientKind.values()) {
                Shift.between(counted, later.get(counted.name()), kind, 1)
                    .map(
                        shift ->
                            new DiffReport.Drift(
                                shift.name(),
                                kind.label(),
                                shift.psi().value(),
                                shift.psi().chance(),
                                shift.told()))
                    .ifPresent(drift::add);
              }
            });
    drift.sort(
        Comparator.comparingDouble(DiffReport.Drift::psi)
            .reversed()
            .thenComparing(DiffReport.Drift::feature)
            .thenComparing(DiffReport.Drift::clients));
    return drift;
  }

  /** Where the ranges of the earlier snapshot part; its outermost edges part nothing. */
  private Map<String, double[]> edges() {
    Map<String, double[]> edges = new HashMap<>();
    for (PublishedBins bins :
        PublishedBins.of(before.table(Layout.DISTRIBUTIONS, DistributionRow.class))) {
      edges.put(bins.feature(), bins.innerEdges());
    }
    return edges;
  }

  private static DiffReport.Side side(PublishedSnapshot snapshot) {
    Manifest manifest = snapshot.manifest();
    return new DiffReport.Side(
        manifest.snapshotId(),
        manifest.createdAt(),
        manifest.modelId(),
        snapshot.card().metrics().outOfFold().auc(),
        manifest.clients(),
        manifest.cutOff(),
        manifest.synthetic(),
        manifest.absentTables(),
        manifest.dataFingerprint());
  }

  private static boolean refused(ScoredClient client) {
    return client.decision().equals(Decision.REFUSED.name());
  }

  private static List<FeatureRow> features(List<FeatureRow> rows) {
    return rows.stream().filter(row -> row.block().equals(FEATURE)).toList();
  }

  /** Those that the other snapshot has too. */
  private static List<FeatureRow> shared(List<FeatureRow> own, List<FeatureRow> others) {
    Set<String> names = new HashSet<>(others.stream().map(FeatureRow::name).toList());
    return own.stream().filter(row -> names.contains(row.name())).toList();
  }
}

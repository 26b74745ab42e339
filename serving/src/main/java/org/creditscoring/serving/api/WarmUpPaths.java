package org.creditscoring.serving.api;

import java.util.ArrayList;
import java.util.List;
import org.creditscoring.serving.snapshot.Lease;
import org.creditscoring.serving.snapshot.Snapshot;
import org.creditscoring.serving.snapshot.SnapshotStore;

/** What a service asks itself before it is ready: what others will ask it most. */
public final class WarmUpPaths {
  /** So many of the first paths are one of each kind. */
  public static final int KINDS = 7;

  private static final int CLIENTS = 40;

  private WarmUpPaths() {}

  /** Paths for GET, of clients spread over the snapshot. */
  public static List<String> of(SnapshotStore store) {
    try (Lease lease = store.acquire()) {
      Snapshot snapshot = lease.snapshot();
      int clients = snapshot.clients().size();
      List<String> paths = new ArrayList<>();
      String feature = snapshot.manifest().features().get(0);
      paths.add("/v1/clients?limit=20");
      paths.add("/v1/features?lang=fr");
      paths.add("/v1/features/" + feature + "/distribution");
      paths.add("/v1/importance");
      for (int i = 0; i < CLIENTS; i++) {
        int row = (int) ((long) clients * i / CLIENTS);
        String client = "/v1/clients/" + snapshot.clients().at(row).id();
        paths.add(client);
        paths.add(client + "/explanation");
        paths.add(client + "?lang=fr");
      }
      return List.copyOf(paths);
    }
  }
}

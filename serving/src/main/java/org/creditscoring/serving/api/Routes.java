package org.creditscoring.serving.api;

import java.time.Clock;
import java.util.List;
import org.creditscoring.serving.auth.Role;
import org.creditscoring.serving.http.Route;
import org.creditscoring.serving.review.Reviews;
import org.creditscoring.serving.snapshot.SnapshotStore;

/** Every route of the API. */
public final class Routes {
  private Routes() {}

  public static List<Route> of(SnapshotStore store, Reviews record) {
    Served served = new Served(store);
    SnapshotRoutes snapshots = new SnapshotRoutes(store);
    SummaryRoutes summaries = new SummaryRoutes(store);
    ReviewRoutes reviews = new ReviewRoutes(store, record, Clock.systemUTC());
    HealthRoutes health = new HealthRoutes(store);
    return List.of(
        served.get("/v1/clients", SearchRoutes::list, SearchRoutes.PARAMETERS),
        served.post("/v1/clients/lookup", SearchRoutes::lookup),
        served.get("/v1/clients/{id}", ClientRoutes::client),
        served.get("/v1/clients/{id}/explanation", ClientRoutes::explanation, "top", "detail"),
        served.get("/v1/clients/{id}/summary", summaries::summary),
        served.get("/v1/clients/{id}/position", PositionRoutes::position, "features"),
        Route.get("/v1/clients/{id}/history", served.by(summaries::history)),
        served.get("/v1/clients/{id}/what-if", WhatIfRoutes::inputs),
        served.post("/v1/clients/{id}/what-if", WhatIfRoutes::whatIf, "top"),
        Route.get("/v1/clients/{id}/reviews", served.by(reviews::list), "limit"),
        served.post("/v1/clients/{id}/reviews", reviews::add).needing(Role.ANALYST),
        served.get("/v1/features", FeatureRoutes::list, "search", "top"),
        served.get("/v1/features/{name}", FeatureRoutes::feature),
        served.get("/v1/features/{name}/distribution", DistributionRoutes::distribution, "client"),
        served.get("/v1/importance", ImportanceRoutes::importance, "top", "by", "client"),
        served.get("/v1/pairs", PairRoutes::pair, "x", "y", "client"),
        served.get("/v1/pairs/features", PairRoutes::features),
        served.get("/v1/model", ModelRoutes::model),
        served.get("/v1/model/card", ModelRoutes::card),
        served.get("/v1/model/cut-off", CutOffRoutes::cutOff, "costRatio", "cutOff"),
        served.get("/v1/snapshot", SnapshotRoutes::snapshot),
        Route.get("/v1/snapshots", served.ofDirectory(snapshots::list)),
        Route.get("/health/live", HealthRoutes::live),
        Route.get("/health/ready", served.by(health::ready)));
  }
}

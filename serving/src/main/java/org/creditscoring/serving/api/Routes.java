package org.creditscoring.serving.api;

import java.util.List;
import java.util.Set;
import org.creditscoring.serving.http.Route;
import org.creditscoring.serving.snapshot.SnapshotStore;

/** Every route of the API. */
public final class Routes {
  private Routes() {}

  public static List<Route> of(SnapshotStore store) {
    Served served = new Served(store);
    return List.of(
        new Route("/v1/clients", Set.of("prefix", "limit"), served.by(ClientRoutes::list)),
        Route.of("/v1/clients/{id}", served.by(ClientRoutes::client)),
        new Route(
            "/v1/clients/{id}/explanation", Set.of("top"), served.by(ClientRoutes::explanation)),
        Route.of("/v1/features", served.by(FeatureRoutes::list)),
        Route.of("/v1/features/{name}", served.by(FeatureRoutes::feature)),
        new Route(
            "/v1/features/{name}/distribution",
            Set.of("client"),
            served.by(DistributionRoutes::distribution)),
        new Route("/v1/importance", Set.of("top", "by"), served.by(ImportanceRoutes::importance)),
        Route.of("/v1/model", served.by(ModelRoutes::model)),
        Route.of("/v1/snapshot", served.by(ModelRoutes::snapshot)),
        Route.of("/health/live", HealthRoutes::live),
        Route.of("/health/ready", served.by(HealthRoutes::ready)));
  }
}

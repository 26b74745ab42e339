package org.creditscoring.pipeline.gate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.creditscoring.model.snapshot.GateReport.TableRows;
import org.creditscoring.pipeline.snapshot.Census;

/**
 * A snapshot that is to be published.
 *
 * @param snapshotId its id
 * @param directory where its clients are
 * @param synthetic whether they were generated, or those that the model learned from
 * @param model that scored them
 * @param tables rows of the raw tables
 * @param census of its clients
 * @param notAddressable why a look-up could not read a client at its offset; empty if it can
 */
public record Candidate(
    String snapshotId,
    Path directory,
    boolean synthetic,
    ScoredBy model,
    List<TableRows> tables,
    Census census,
    Optional<String> notAddressable) {}

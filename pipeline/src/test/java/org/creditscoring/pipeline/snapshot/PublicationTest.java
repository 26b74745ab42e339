package org.creditscoring.pipeline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.creditscoring.pipeline.file.DirectoryLock;
import org.creditscoring.pipeline.file.Durable;
import org.creditscoring.pipeline.file.Sha256;
import org.creditscoring.pipeline.run.BadDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
  private static final String FIRST = "20261122T120000Z-000001";
  private static final String SECOND = "20261122T130000Z-000002";

  @TempDir Path root;

  @Test
  void currentNamesTheSnapshotOnceItIsPublished() throws IOException {
    Publication publication = Publication.begin(root, FIRST);
    Files.writeString(publication.staging().resolve("file"), "x");
    assertThat(root.resolve("CURRENT")).doesNotExist();

    publication.publish();

    assertThat(root.resolve("CURRENT")).hasContent(FIRST);
    assertThat(root.resolve(FIRST).resolve("file")).hasContent("x");
  }

  @Test
  void aRefreshThatDiedLeavesCurrentAndIsSweptByTheNext() throws IOException {
    Publication.begin(root, FIRST).publish();
    Path dead = Publication.begin(root, SECOND).staging();
    Files.writeString(dead.resolve("half"), "x");

    Publication next = Publication.begin(root, "20261122T140000Z-000003");

    assertThat(dead).doesNotExist();
    assertThat(root.resolve("CURRENT")).hasContent(FIRST);
    next.abandon();
    assertThat(next.staging()).doesNotExist();
  }

  /** A directory stands where the new name of CURRENT would be written. */
  @Test
  void aSnapshotThatCannotBeNamedIsNotPublishedAtAll() throws IOException {
    Publication.begin(root, FIRST).publish();
    Publication second = Publication.begin(root, SECOND);
    Files.createDirectory(root.resolve(".CURRENT.new"));

    assertThatThrownBy(second::publish).isInstanceOf(IOException.class);

    assertThat(root.resolve(SECOND)).doesNotExist();
    assertThat(root.resolve("CURRENT")).hasContent(FIRST);
    second.abandon();
    assertThat(second.staging()).doesNotExist();
  }

  @Test
  void everyPublicationIsOnRecordAlsoAfterALineThatACrashCutShort() throws IOException {
    Publication.begin(root, FIRST).publish();
    Path record = root.resolve("publications.jsonl");
    Files.writeString(record, "{\"at\":\"2026", StandardOpenOption.APPEND);

    Publication.begin(root, SECOND).publish();

    List<String> lines = Files.readAllLines(record);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .contains("\"snapshotId\":\"" + FIRST + "\",\"by\":\"refresh\"")
        .contains("\"because\":\"\"");
    assertThat(lines.get(2)).contains("\"snapshotId\":\"" + SECOND + "\"");
  }

  @Test
  void whatAGateStopsIsKeptAsideAndOnlyTheNewestOfThem() throws IOException {
    Publication.begin(root, FIRST).publish();
    List<String> said = new ArrayList<>();
    for (int day = 1; day <= 3; day++) {
      Publication publication = Publication.begin(root, "2026112" + day + "T140000Z-00000a");
      Files.writeString(publication.staging().resolve("file"), "x");
      publication.hold(2, said::add);
      publication.abandon();
    }

    assertThat(root.resolve(".held-20261123T140000Z-00000a/file")).hasContent("x");
    assertThat(root.resolve(".held-20261122T140000Z-00000a")).isDirectory();
    assertThat(root.resolve(".held-20261121T140000Z-00000a")).doesNotExist();
    assertThat(said)
        .containsExactly("the held snapshot 20261121T140000Z-00000a is removed: 2 are kept");
    assertThat(root.resolve("CURRENT")).hasContent(FIRST);
  }

  @Test
  void oneRefreshAtATime() throws IOException {
    DirectoryLock first = DirectoryLock.take(root);
    assertThatThrownBy(() -> DirectoryLock.take(root))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("another refresh is at work in " + root);

    first.close();

    DirectoryLock.take(root).close();
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.createFile(root.resolve("file"));

    assertThatThrownBy(() -> Durable.directory(file.resolve("below"), "snapshots"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("the directory of snapshots cannot be made")
        .hasMessageContaining(file.toString());
  }

  /** The hash of "abc" is the first example of FIPS 180-2. */
  @Test
  void hashesAreThoseOfTheStandard() throws IOException {
    String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    assertThat(Sha256.of("abc")).isEqualTo(abc);
    assertThat(Sha256.of(Files.writeString(root.resolve("abc"), "abc"))).isEqualTo(abc);
  }
}

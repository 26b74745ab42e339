package org.creditscoring.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
  private static final String VULNERABLE =
      """
      {"id":"GHSA-0001","aliases":["CVE-2026-0001"],"modified":"2026-05-01T00:00:00Z","summary":"Text runs as code",
       "database_specific":{"severity":"HIGH"},
       "affected":[{"package":{"ecosystem":"Maven","name":"org.example:log"},
                    "ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"1.0"},{"fixed":"1.4"}]}]}]}
      """;
  private static final String WITHDRAWN =
      """
      {"id":"GHSA-0002","modified":"2026-06-01T00:00:00Z","withdrawn":"2026-06-01T00:00:00Z",
       "affected":[{"package":{"ecosystem":"Maven","name":"org.example:log"},"versions":["1.3"]}]}
      """;
  private static final String OF_ANOTHER =
      """
      {"id":"GHSA-0003","modified":"2026-04-01T00:00:00Z",
       "affected":[{"package":{"ecosystem":"Maven","name":"org.example:web"},"versions":["9"]}]}
      """;

  @TempDir Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void build() throws IOException {
    write("pom.xml", "");
    for (String folder :
        List.of(
            "data",
            "model",
            "pipeline",
            "serving",
            "notebooks/interpreter",
            "notebooks/zeppelin",
            "notebooks/launcher")) {
      write(folder + "/pom.xml", "");
      write(
          folder + "/target/sbom.json",
          """
          {"bomFormat":"CycloneDX","metadata":{"component":{"name":"%s"}},"components":[
            {"purl":"pkg:maven/org.example/%s"}]}
          """
              .formatted(folder, folder.equals("serving") ? "log@1.3?type=jar" : "text@2.0"));
    }
    exceptions("[]");
    write("feed/GHSA-0001.json", VULNERABLE);
    write("feed/GHSA-0002.json", WITHDRAWN);
    write("feed/other/GHSA-0003.json", OF_ANOTHER);
  }

  @Test
  void aVulnerableLibraryIsNamedWithWhatCarriesIt() {
    assertThat(audit("feed")).isEqualTo(3);
    assertThat(out.toString().lines())
        .containsExactly(
            "2 libraries against 2 records, the newest of 2026-05-01T00:00:00Z",
            "vulnerable: org.example:log 1.3: GHSA-0001 (CVE-2026-0001), HIGH: Text runs as code (in serving)",
            "1 vulnerable, 0 excepted");
  }

  @Test
  void aZipDoesAsWell() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(home.resolve("all.zip")))) {
      zip.putNextEntry(new ZipEntry("GHSA-0001.json"));
      zip.write(VULNERABLE.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(audit("all.zip")).isEqualTo(3);
    assertThat(out.toString()).contains("2 libraries against 1 records").contains("GHSA-0001");
  }

  @Test
  void anExceptionHoldsUntilItsLastDay() throws IOException {
    exceptions(exception("CVE-2026-0001", "org.example:log", LocalDate.now()));

    assertThat(audit("feed")).isZero();
    assertThat(out.toString())
        .contains("excepted: org.example:log 1.3: GHSA-0001")
        .contains("until " + LocalDate.now() + ": it logs nothing from outside")
        .contains("0 vulnerable, 1 excepted");
  }

  @Test
  void oneThatHasExpiredHoldsNoMore() throws IOException {
    LocalDate yesterday = LocalDate.now().minusDays(1);
    exceptions(exception("GHSA-0001", "org.example:log", yesterday));

    assertThat(audit("feed")).isEqualTo(3);
    assertThat(out.toString()).contains("its exception expired on " + yesterday);
  }

  @Test
  void oneForAnotherLibraryHelpsNothingAndIsToldAsUnused() throws IOException {
    exceptions(exception("GHSA-0001", "org.example:text", LocalDate.MAX.withYear(2999)));

    assertThat(audit("feed")).isEqualTo(3);
    assertThat(out.toString())
        .contains("warning: nothing needs the exception GHSA-0001 for org.example:text");
  }

  @Test
  void anExceptionWithoutAReasonIsRefused() throws IOException {
    exceptions("[{\"id\":\"GHSA-0001\",\"package\":\"a:b\",\"expires\":\"2027-01-01\"}]");
    assertThat(audit("feed")).isEqualTo(2);
    assertThat(err.toString()).contains("has no reason").contains("exceptions.json");

    exceptions("[{\"id\":\"1\",\"package\":\"a:b\",\"reason\":\"x\",\"expires\":\"soon\"}]");
    assertThat(audit("feed")).isEqualTo(2);
    assertThat(err.toString()).contains("expires 'soon'");

    exceptions("[{\"id\":\"1\",\"packages\":\"a:b\"}]");
    assertThat(audit("feed")).isEqualTo(2);
    assertThat(err.toString()).contains("packages").contains("line 1");
  }

  /** Else a feed that was put in the wrong place would find everything sound. */
  @Test
  void aFeedWithoutRecordsIsRefused() throws IOException {
    Files.createDirectories(home.resolve("empty"));
    assertThat(audit("empty")).isEqualTo(2);
    assertThat(err.toString()).contains("holds no record");

    assertThat(audit("nowhere")).isEqualTo(2);
    write("wrong/a.json", "{\"cve\":1}");
    assertThat(audit("wrong")).isEqualTo(2);
    assertThat(err.toString()).contains("no record of OSV's");
    write("broken/a.json", "{");
    assertThat(audit("broken")).isEqualTo(2);
    assertThat(err.toString()).contains("no JSON");
  }

  @Test
  void aBuildWithoutBillsOfMaterialsIsRefused() throws IOException {
    Files.delete(home.resolve("serving/target/sbom.json"));

    assertThat(audit("feed")).isEqualTo(2);
    assertThat(err.toString()).contains("serving/target/sbom.json").contains("mvn -Psbom");
  }

  @Test
  void aBillOfMaterialsThatIsOlderThanItsPomIsRefused() throws IOException {
    Files.setLastModifiedTime(
        home.resolve("serving/target/sbom.json"), FileTime.fromMillis(1_000_000));

    assertThat(audit("feed")).isEqualTo(2);
    assertThat(err.toString()).contains("serving/target/sbom.json", "older than", "--offline");
  }

  private int audit(String feed) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return AuditCommand.commandLine(home)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute("--feed", home.resolve(feed).toString());
  }

  private static String exception(String id, String pack, LocalDate expires) {
    return """
        [{"id":"%s","package":"%s","reason":"it logs nothing from outside","expires":"%s"}]
        """
        .formatted(id, pack, expires);
  }

  private void exceptions(String json) throws IOException {
    write("conf/vulnerability-exceptions.json", json);
  }

  private void write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

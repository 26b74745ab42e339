package org.creditscoring.notebooks.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.zeppelin.conf.ZeppelinConfiguration;
import org.apache.zeppelin.notebook.Note;
import org.apache.zeppelin.notebook.Paragraph;
import org.apache.zeppelin.user.AuthenticationInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsOnlyNotebookRepoTest {
  private static final String HOSTILE = "%md <img src=x onerror=alert(1)>";
  @TempDir Path folder;
  private final DefinitionsOnlyNotebookRepo repo = new DefinitionsOnlyNotebookRepo();
  private Path file;
  private Note note;
  private Paragraph paragraph;

  @BeforeEach
  void open() throws IOException {
    Path notes = Files.createDirectories(folder.resolve("notebook"));
    Files.writeString(
        Files.createDirectories(folder.resolve("conf")).resolve("notebook-authorization.json"),
        "{\"authInfo\":{\"N1\":{\"owners\":[\"admin\"],\"writers\":[\"editors\"],"
            + "\"runners\":[\"analyst\"],\"readers\":[\"analyst\"]}}}");
    file =
        Files.writeString(
            notes.resolve("Client_N1.zpln"),
            "{\"paragraphs\":[{\"id\":\"p\",\"title\":\"Decision\",\"text\":\"%credit decision\","
                + "\"config\":{\"colWidth\":6},\"settings\":{\"params\":{},\"forms\":{}}}],"
                + "\"name\":\"Client\",\"id\":\"N1\"}");
    System.setProperty("zeppelin.config.fs.dir", folder.resolve("conf").toString());
    ZeppelinConfiguration conf = ZeppelinConfiguration.create();
    conf.setProperty("zeppelin.notebook.dir", notes.toString());
    conf.setProperty("zeppelin.config.fs.dir", folder.resolve("conf").toString());
    repo.init(conf);
    note = repo.get("N1", "/Client", AuthenticationInfo.ANONYMOUS);
    paragraph = note.getParagraph("p");
  }

  @AfterEach
  void close() {
    System.clearProperty("zeppelin.config.fs.dir");
    repo.close();
  }

  @Test
  void textFromSomebodyWhoMayOnlyRunIsRefusedAndUndone() throws IOException {
    String before = Files.readString(file);
    paragraph.setText(HOSTILE);
    paragraph.getUserParagraph("admin").setText(HOSTILE);
    paragraph.setTitle("Read me");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> repo.save(note, new AuthenticationInfo("analyst")))
        .withMessageContaining("only a writer");

    assertThat(file).hasContent(before);
    assertThat(paragraph.getText()).isEqualTo("%credit decision");
    assertThat(paragraph.getTitle()).isEqualTo("Decision");
    assertThat(paragraph.getUserParagraph("admin").getText()).isEqualTo("%credit decision");
  }

  /** As Zeppelin saves when a paragraph's state changes, in nobody's name. */
  @Test
  void textInNobodysNameIsRefused() throws IOException {
    String before = Files.readString(file);
    paragraph.setText(HOSTILE);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> repo.save(note, AuthenticationInfo.ANONYMOUS));

    assertThat(file).hasContent(before);
  }

  @Test
  void anOwnerChangesTheNote() throws IOException {
    paragraph.setText("%credit reasons");

    repo.save(note, new AuthenticationInfo("admin"));

    assertThat(Files.readString(file)).contains("%credit reasons");
  }

  @Test
  void aWriterByRoleChangesTheNote() throws IOException {
    paragraph.setText("%credit reasons");

    repo.save(note, new AuthenticationInfo("anna", Set.of("editors"), "ticket"));

    assertThat(Files.readString(file)).contains("%credit reasons");
  }
}

package org.creditscoring.notebooks.storage;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.zeppelin.conf.ZeppelinConfiguration;
import org.apache.zeppelin.notebook.Note;
import org.apache.zeppelin.notebook.Paragraph;
import org.apache.zeppelin.notebook.repo.VFSNotebookRepo;
import org.apache.zeppelin.user.AuthenticationInfo;

/**
 * Keeps notes as files, and of each note only its definition. Zeppelin writes the whole note to
 * disk at every run, with the parameters (a client's number), the results (a client's data) and
 * whatever text whoever ran it last sent along; none of them may outlive the screen.
 */
public final class DefinitionsOnlyNotebookRepo extends VFSNotebookRepo {
  private static final int TRIES = 5;
  private final Map<String, JsonObject> saved = new ConcurrentHashMap<>();
  private final Map<String, List<Object>> authored = new ConcurrentHashMap<>();
  private NoteRights rights;

  @Override
  public void init(ZeppelinConfiguration conf) throws IOException {
    super.init(conf);
    rights = new NoteRights(Path.of(conf.getNotebookAuthorizationPath(true)));
  }

  @Override
  public Note get(String noteId, String notePath, AuthenticationInfo subject) throws IOException {
    Note note = super.get(noteId, notePath, subject);
    saved.put(noteId, NoteDefinition.of(note.toJson()));
    authored.put(noteId, authored(note));
    return note;
  }

  /**
   * Writes when the definition changed; a run changes nothing. What somebody without the right to
   * change the note did to it is undone in the server's memory too, before anybody is shown it.
   *
   * @throws IOException when such a user sent other text, so that Zeppelin does not run it either
   */
  @Override
  public synchronized void save(Note note, AuthenticationInfo subject) throws IOException {
    if (authored(note).equals(authored.get(note.getId()))) {
      return;
    }
    JsonObject definition = NoteDefinition.of(json(note));
    JsonObject known = saved.get(note.getId());
    if (definition.equals(known)) {
      return;
    }
    if (known != null && !rights.mayChange(note.getId(), subject)) {
      if (restore(note, known)) {
        throw new IOException("only a writer of this note may change its paragraphs");
      }
      return;
    }
    Note clean = Note.fromJson(note.getId(), definition.toString());
    clean.setPath(note.getPath());
    super.save(clean, subject);
    saved.put(note.getId(), definition);
    authored.put(note.getId(), authored(note));
  }

  /**
   * What can be changed of a note by hand. Zeppelin saves several times a run, and to write the
   * results of all cards as JSON, only to find them of no matter, would cost more than the run.
   */
  private static List<Object> authored(Note note) {
    List<Object> authored = new ArrayList<>();
    authored.add(note.getPath());
    authored.add(note.getDefaultInterpreterGroup());
    authored.add(new HashMap<>(note.getConfig()));
    for (Paragraph paragraph : note.getParagraphs()) {
      authored.add(paragraph.getId());
      authored.add(paragraph.getTitle());
      authored.add(paragraph.getText());
      authored.add(new HashMap<>(paragraph.getConfig()));
    }
    return authored;
  }

  /** Whether a paragraph had other text. */
  private static boolean restore(Note note, JsonObject known) throws IOException {
    boolean changed = false;
    for (Paragraph original : Note.fromJson(note.getId(), known.toString()).getParagraphs()) {
      Paragraph shared = note.getParagraph(original.getId());
      if (shared == null) {
        continue;
      }
      changed |= restore(shared, original);
      for (Paragraph ofOneUser : shared.getUserParagraphMap().values()) {
        changed |= restore(ofOneUser, original);
      }
    }
    return changed;
  }

  private static boolean restore(Paragraph paragraph, Paragraph original) {
    paragraph.setTitle(original.getTitle());
    paragraph.setConfig(original.getConfig());
    if (Objects.equals(paragraph.getText(), original.getText())) {
      return false;
    }
    paragraph.setText(original.getText());
    return true;
  }

  /**
   * Zeppelin changes a note's maps on other threads while it is written; such a read is simply
   * taken again.
   */
  private static String json(Note note) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      try {
        return note.toJson();
      } catch (ConcurrentModificationException changedMeanwhile) {
        Thread.onSpinWait();
      }
    }
    throw new IOException(
        "note " + note.getId() + " was changed by others all the time; not saved");
  }
}

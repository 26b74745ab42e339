package org.creditscoring.notebooks.storage;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ConcurrentModificationException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.zeppelin.notebook.Note;
import org.apache.zeppelin.notebook.repo.VFSNotebookRepo;
import org.apache.zeppelin.user.AuthenticationInfo;

/**
 * Keeps notes as files, and of each note only its definition. Zeppelin writes the whole note to
 * disk at every run, with the parameters (a client's number) and the results (a client's data) of
 * whoever ran it last; neither may outlive the screen.
 */
public final class DefinitionsOnlyNotebookRepo extends VFSNotebookRepo {
  private static final int TRIES = 5;
  private final Map<String, JsonObject> saved = new ConcurrentHashMap<>();

  @Override
  public Note get(String noteId, String notePath, AuthenticationInfo subject) throws IOException {
    Note note = super.get(noteId, notePath, subject);
    saved.put(noteId, NoteDefinition.of(note.toJson()));
    return note;
  }

  /** Writes when the definition changed; a run changes nothing. */
  @Override
  public synchronized void save(Note note, AuthenticationInfo subject) throws IOException {
    JsonObject definition = NoteDefinition.of(json(note));
    if (definition.equals(saved.get(note.getId()))) {
      return;
    }
    Note clean = Note.fromJson(note.getId(), definition.toString());
    clean.setPath(note.getPath());
    super.save(clean, subject);
    saved.put(note.getId(), definition);
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

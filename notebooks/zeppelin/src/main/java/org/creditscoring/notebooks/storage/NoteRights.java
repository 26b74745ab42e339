package org.creditscoring.notebooks.storage;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.UnavailableSecurityManagerException;
import org.apache.shiro.subject.Subject;
import org.apache.zeppelin.user.AuthenticationInfo;

/** Who may change which note, by Zeppelin's own file of rights. */
final class NoteRights {
  private final Path file;

  /**
   * @param file notebook-authorization.json, read at each question because Zeppelin writes it
   */
  NoteRights(Path file) {
    this.file = file;
  }

  /** Whether the user, or a role of his, is named as the note's writer or owner. */
  boolean mayChange(String noteId, AuthenticationInfo user) throws IOException {
    if (user == null || !Files.exists(file)) {
      return false;
    }
    JsonObject notes =
        JsonParser.parseString(Files.readString(file))
            .getAsJsonObject()
            .getAsJsonObject("authInfo");
    if (notes == null || !notes.has(noteId)) {
      return false;
    }
    Set<String> named = new HashSet<>();
    for (String right : new String[] {"writers", "owners"}) {
      JsonArray names = notes.getAsJsonObject(noteId).getAsJsonArray(right);
      for (JsonElement name : names == null ? new JsonArray() : names) {
        named.add(name.getAsString());
      }
    }
    return named.contains(user.getUser()) || named.stream().anyMatch(role -> hasRole(user, role));
  }

  /**
   * Zeppelin's REST calls pass the name without its roles; those are of the session in whose thread
   * a note is saved. A thread may carry the session of somebody else, who made it.
   */
  private static boolean hasRole(AuthenticationInfo user, String role) {
    if (user.getRoles() != null && user.getRoles().contains(role)) {
      return true;
    }
    try {
      Subject session = SecurityUtils.getSubject();
      return session.getPrincipal() != null
          && session.getPrincipal().toString().equals(user.getUser())
          && session.hasRole(role);
    } catch (UnavailableSecurityManagerException outsideOfTheServer) {
      return false;
    }
  }
}

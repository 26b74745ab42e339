package org.creditscoring.notebooks;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The list of what we put into somebody else's folders, kept beside it: a line for each folder that
 * we made and for each file, with the fingerprint of what we wrote.
 */
final class InstalledFiles {
  private static final String NAME = "installed-by-credit-scoring.txt";
  private static final String FOLDER = "folder";
  private static final String PLANNED = "planned";

  private final Path list;
  private final Map<Path, String> files = new LinkedHashMap<>();
  private final Set<Path> folders = new LinkedHashSet<>();

  private InstalledFiles(Path list) {
    this.list = list;
  }

  static InstalledFiles of(Path folder) throws IOException {
    InstalledFiles installed = new InstalledFiles(folder.resolve(NAME));
    if (Files.exists(installed.list)) {
      for (String line : Files.readAllLines(installed.list)) {
        String[] parts = line.split(" ", 2);
        if (parts[0].equals(FOLDER)) {
          installed.folders.add(Path.of(parts[1]));
        } else {
          installed.files.put(Path.of(parts[1]), parts[0]);
        }
      }
    } else if (Files.exists(folder)) {
      throw NotebooksException.wrongUse(
          folder + " is there already and is not ours: move it away, and install again");
    }
    return installed;
  }

  boolean holds(Path file) {
    return files.containsKey(file);
  }

  List<Path> files() {
    return List.copyOf(files.keySet());
  }

  /** Whether the file is what we wrote, or gone. */
  boolean isUntouched(Path file) throws IOException {
    return !Files.exists(file)
        || Fingerprint.of(file, Files.readAllBytes(file)).equals(files.get(file));
  }

  /** Plans files, and makes the folders that they need. */
  void add(Collection<Path> planned) throws IOException {
    for (Path file : planned) {
      files.putIfAbsent(file, PLANNED);
      List<Path> missing = new ArrayList<>();
      for (Path folder = file.getParent(); !Files.exists(folder); folder = folder.getParent()) {
        missing.add(folder);
      }
      Collections.reverse(missing);
      folders.addAll(missing);
      Files.createDirectories(file.getParent());
    }
    save();
  }

  void written(Path file, byte[] bytes) {
    files.put(file, Fingerprint.of(file, bytes));
  }

  void keepOnly(Collection<Path> kept) throws IOException {
    files.keySet().retainAll(kept);
    save();
  }

  /** Removes the list, and the folders that we made and nobody else uses. */
  void forget() throws IOException {
    Files.deleteIfExists(list);
    List<Path> innermostFirst = new ArrayList<>(folders);
    Collections.reverse(innermostFirst);
    for (Path folder : innermostFirst) {
      try {
        Files.deleteIfExists(folder);
      } catch (DirectoryNotEmptyException somebodyUsesIt) {
        continue;
      }
    }
  }

  private void save() throws IOException {
    List<String> lines = new ArrayList<>();
    folders.forEach(folder -> lines.add(FOLDER + " " + folder));
    files.forEach((file, hash) -> lines.add(hash + " " + file));
    Files.write(list, lines);
  }
}

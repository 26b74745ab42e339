package org.creditscoring.pipeline.raw;

import java.util.List;
import java.util.function.Function;
import org.creditscoring.pipeline.cache.Entry;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.InputSettings;
import org.creditscoring.pipeline.run.Reaction;

/** What may have to be told about a raw file whose rows can be read. */
enum Finding {
  NEW_COLUMN("newColumn", InputSettings::newColumn),
  CUT_SHORT("cutShort", InputSettings::cutShort),
  HUGE_NUMBER("hugeNumber", InputSettings::hugeNumber),
  /** The last line is whole and has no end: it may have lost digits, or a tool writes so. */
  NO_LINE_END("", settings -> Reaction.WARN),
  /** Above {@link InputSettings#maxBadShare} these stop the run, below never. */
  SET_ASIDE("", settings -> Reaction.WARN);

  private final String setting;
  private final Function<InputSettings, Reaction> reaction;

  Finding(String setting, Function<InputSettings, Reaction> reaction) {
    this.setting = setting;
    this.reaction = reaction;
  }

  Entry.Note note(String text) {
    return new Entry.Note(name(), text);
  }

  boolean is(Entry.Note note) {
    return note.kind().equals(name());
  }

  /**
   * @throws BadDataException telling the first that the settings do not let pass
   */
  static void require(List<Entry.Note> notes, InputSettings settings) {
    for (Entry.Note note : notes) {
      Finding finding = valueOf(note.kind());
      if (finding.reaction.apply(settings) == Reaction.STOP) {
        throw new BadDataException(
            note.text() + " (the setting credit.pipeline.inputs." + finding.setting + " is stop)");
      }
    }
  }
}

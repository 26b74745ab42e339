package org.creditscoring.notebooks.interpreter;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.zeppelin.interpreter.InterpreterContext;
import org.apache.zeppelin.interpreter.remote.RemoteInterpreterEventClient;
import org.apache.zeppelin.interpreter.thrift.ParagraphInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How one client box drives a whole note in Zeppelin's official interfaces. */
final class OtherParagraphs {
  private static final Logger LOG = LoggerFactory.getLogger(OtherParagraphs.class);

  private OtherParagraphs() {}

  /**
   * Runs every other {@code %credit} paragraph of the note, in the name of whoever ran this one.
   */
  static void run(InterpreterContext context) {
    RemoteInterpreterEventClient zeppelin = context.getIntpEventClient();
    if (zeppelin == null) {
      return;
    }
    try {
      String user = context.getAuthenticationInfo().getUser();
      List<String> others =
          zeppelin.getParagraphList(user, context.getNoteId()).stream()
              .filter(paragraph -> asksUs(paragraph.getParagraphText()))
              .map(ParagraphInfo::getParagraphId)
              .filter(id -> !id.equals(context.getParagraphId()))
              .collect(Collectors.toList());
      if (!others.isEmpty()) {
        zeppelin.runParagraphs(context.getNoteId(), others, List.of(), context.getParagraphId());
      }
    } catch (RuntimeException e) {
      // The client is chosen all the same, and each paragraph can still be run by hand.
      LOG.warn("the note's other paragraphs were not run: {}", e.toString());
    }
  }

  private static boolean asksUs(String text) {
    return text != null && text.trim().startsWith("%credit") && !text.trim().startsWith("%credit.");
  }
}

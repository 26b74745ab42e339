package org.creditscoring.notebooks.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.zeppelin.interpreter.Interpreter;
import org.apache.zeppelin.interpreter.InterpreterContext;
import org.apache.zeppelin.interpreter.InterpreterException;
import org.apache.zeppelin.interpreter.InterpreterResult;
import org.apache.zeppelin.interpreter.InterpreterResult.Code;
import org.apache.zeppelin.interpreter.InterpreterResult.Type;
import org.apache.zeppelin.interpreter.thrift.InterpreterCompletion;
import org.apache.zeppelin.scheduler.Scheduler;
import org.apache.zeppelin.scheduler.SchedulerFactory;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.api.CreditApi;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.sentence.Forms;
import org.creditscoring.notebooks.interpreter.sentence.Sentences;
import org.creditscoring.notebooks.interpreter.text.Language;
import org.creditscoring.notebooks.interpreter.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code %credit}: takes sentences, asks the REST service, answers HTML. It evaluates nothing that
 * a user writes.
 */
public final class CreditInterpreter extends Interpreter {
  private static final Logger LOG = LoggerFactory.getLogger(CreditInterpreter.class);

  /**
   * Cards of one note and notes of several analysts are drawn side by side; each waits for the
   * service, not for a core.
   */
  private static final int SIDE_BY_SIDE = 8;

  private static final String CLIENT = "client";
  private static final String LANGUAGE = "lang";

  private final ChosenClients chosenClients = new ChosenClients();
  private final Map<String, Thread> running = new ConcurrentHashMap<>();
  private InterpreterSettings settings;
  private Sentences sentences;

  /** Called by Zeppelin. */
  public CreditInterpreter(Properties properties) {
    super(properties);
  }

  @Override
  public void open() throws InterpreterException {
    try {
      settings = InterpreterSettings.of(getProperties(), System.getenv());
    } catch (IllegalArgumentException e) {
      throw new InterpreterException(e.getMessage(), e);
    }
    sentences = new Sentences(new CreditApi(settings.api(), settings.token()));
  }

  @Override
  public void close() {
    running.values().forEach(Thread::interrupt);
  }

  @Override
  public InterpreterResult interpret(String text, InterpreterContext context) {
    Forms forms = new ZeppelinForms(context.getGui());
    Language language =
        forms.given(LANGUAGE).flatMap(Language::of).orElseGet(() -> settings.language());
    String key = runKey(context);
    running.put(key, Thread.currentThread());
    try {
      String sentence = text == null ? "" : text;
      String client = client(sentence, language, forms, context);
      Page page =
          new Page(
              context.getParagraphId(),
              language,
              settings.chartsAddress(),
              Map.of("client", client, "title", sentences.title(sentence, language)));
      Sentences.Outcome outcome = sentences.answer(sentence, client, language, forms, page);
      Code code = outcome == Sentences.Outcome.ANSWERED ? Code.SUCCESS : Code.ERROR;
      return new InterpreterResult(code, Type.HTML, page.finish());
    } catch (InterruptedException e) {
      return new InterpreterResult(
          Code.ERROR, Type.TEXT, new Texts(language).say("error.cancelled"));
    } catch (RuntimeException e) {
      LOG.error("paragraph {} failed", context.getParagraphId(), e);
      return new InterpreterResult(Code.ERROR, Type.TEXT, new Texts(language).say("error.ours"));
    } finally {
      running.remove(key, Thread.currentThread());
    }
  }

  /** What was sent with this run, else what the analyst chose in this note's client paragraph. */
  private String client(
      String sentence, Language language, Forms forms, InterpreterContext context) {
    String user = user(context);
    String note = String.valueOf(context.getNoteId());
    if (Sentences.wordOf(sentence).equals(CLIENT)) {
      String chosen = forms.text(CLIENT, new Texts(language).say(CLIENT)).trim();
      chosenClients.choose(user, note, chosen);
      return chosen;
    }
    return forms.given(CLIENT).map(String::trim).orElseGet(() -> chosenClients.of(user, note));
  }

  @Override
  public void cancel(InterpreterContext context) {
    Optional.ofNullable(running.get(runKey(context))).ifPresent(Thread::interrupt);
  }

  @Override
  public FormType getFormType() {
    return FormType.NATIVE;
  }

  @Override
  public int getProgress(InterpreterContext context) {
    return 0;
  }

  @Override
  public Scheduler getScheduler() {
    return SchedulerFactory.singleton()
        .createOrGetParallelScheduler(CreditInterpreter.class.getName(), SIDE_BY_SIDE);
  }

  @Override
  public List<InterpreterCompletion> completion(
      String buffer, int cursor, InterpreterContext context) {
    String typed = buffer.substring(0, Math.min(cursor, buffer.length())).stripLeading();
    String[] parts = typed.split("\\s+", 2);
    List<InterpreterCompletion> found = new ArrayList<>();
    if (parts.length < 2) {
      String start = parts[0].toLowerCase(Locale.ROOT);
      sentences.words().stream()
          .filter(word -> word.startsWith(start))
          .forEach(word -> found.add(new InterpreterCompletion(word, word, "sentence")));
    } else if (List.of("distribution", "describe").contains(parts[0].toLowerCase(Locale.ROOT))) {
      completeFeature(parts[1].toLowerCase(Locale.ROOT), found);
    }
    return found;
  }

  private void completeFeature(String start, List<InterpreterCompletion> found) {
    try {
      sentences
          .features(settings.language())
          .forEach(
              (name, label) -> {
                if (name.toLowerCase(Locale.ROOT).startsWith(start)
                    || label.toLowerCase(Locale.ROOT).startsWith(start)) {
                  found.add(new InterpreterCompletion(name, name, label));
                }
              });
    } catch (ApiException e) {
      // Nothing to offer while the service is away; running the paragraph says why.
      LOG.debug("no completion: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String runKey(InterpreterContext context) {
    return user(context) + "\n" + context.getParagraphId();
  }

  private static String user(InterpreterContext context) {
    return context.getAuthenticationInfo() == null
        ? "anonymous"
        : String.valueOf(context.getAuthenticationInfo().getUser());
  }
}

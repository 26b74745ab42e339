package org.creditscoring.notebooks.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.creditscoring.notebooks.interpreter.sentence.Field;
import org.creditscoring.notebooks.interpreter.sentence.Run;
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

  private final Choices choices = new Choices();
  private final Map<String, Thread> running = new ConcurrentHashMap<>();

  /** Of runs that ask for several cards; the runs themselves are Zeppelin's threads. */
  private final ExecutorService cards =
      Executors.newFixedThreadPool(
          SIDE_BY_SIDE,
          work -> {
            Thread thread = new Thread(work, "credit-card");
            thread.setDaemon(true);
            return thread;
          });

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
    cards.shutdownNow();
  }

  @Override
  public InterpreterResult interpret(String text, InterpreterContext context) {
    String key = runKey(context);
    running.put(key, Thread.currentThread());
    try {
      List<Asked> asked = Asked.of(text, context);
      return asked.size() == 1
          ? answer(asked.get(0), sentences, context)
          : together(asked, context);
    } catch (InterruptedException e) {
      return excuse("error.cancelled", settings.language());
    } catch (IllegalArgumentException e) {
      LOG.warn("a run of paragraph {} was not understood: {}", key, e.getMessage());
      return excuse("error.ours", settings.language());
    } finally {
      running.remove(key, Thread.currentThread());
    }
  }

  /** One part for each card, in their order; a card that failed has its own words. */
  private InterpreterResult together(List<Asked> asked, InterpreterContext context)
      throws InterruptedException {
    List<Callable<InterpreterResult>> work = new ArrayList<>();
    Sentences shared = sentences.forOneMoment();
    asked.forEach(card -> work.add(() -> answer(card, shared, context)));
    InterpreterResult all = new InterpreterResult(Code.SUCCESS);
    // Ended with this run when it is cancelled.
    for (Future<InterpreterResult> answer : cards.invokeAll(work)) {
      try {
        answer.get().message().forEach(all::add);
      } catch (ExecutionException e) {
        LOG.error("a card failed", e.getCause());
        all.add(Type.TEXT, new Texts(settings.language()).say("error.ours"));
      }
    }
    return all;
  }

  private InterpreterResult answer(Asked asked, Sentences sentences, InterpreterContext context) {
    ZeppelinForms forms = asked.forms();
    Language language = settings.language();
    try {
      Choice choice = choice(asked.sentence(), forms, context);
      language = choice.language();
      String title = sentences.title(asked.sentence(), language);
      Page page =
          new Page(
              asked.paragraph(),
              language,
              settings.chartsAddress(),
              forms.host(),
              Map.of("client", choice.client(), "title", title));
      Run run = new Run(asked.sentence(), choice.client(), user(context), language);
      Sentences.Outcome outcome = sentences.answer(run, forms, page);
      boolean answered = outcome == Sentences.Outcome.ANSWERED;
      if (forms.host() == Page.Host.REPORT_VIEW) {
        Map<String, Object> description = forms.description();
        // The parts of one answer have one code between them.
        description.put("failed", !answered);
        page.fields(description);
      }
      return new InterpreterResult(answered ? Code.SUCCESS : Code.ERROR, Type.HTML, page.finish());
    } catch (InterruptedException e) {
      return excuse("error.cancelled", language);
    } catch (RuntimeException e) {
      LOG.error("paragraph {} failed", asked.paragraph(), e);
      return excuse("error.ours", language);
    }
  }

  private static InterpreterResult excuse(String key, Language language) {
    return new InterpreterResult(Code.ERROR, Type.TEXT, new Texts(language).say(key));
  }

  /**
   * Client and language: what was sent with this run, else what the analyst last chose in a client
   * paragraph.
   */
  private Choice choice(String sentence, ZeppelinForms forms, InterpreterContext context) {
    Choice known = choices.of(user(context));
    Language language =
        forms
            .given(LANGUAGE)
            .flatMap(Language::of)
            .or(known::chosenLanguage)
            .orElseGet(() -> settings.language());
    Choice given =
        new Choice(forms.given(CLIENT).map(String::trim).orElseGet(known::client), language);
    if (!Sentences.wordOf(sentence).equals(CLIENT)) {
      return given;
    }
    Texts texts = new Texts(language);
    String client = forms.offer(Field.text(CLIENT, texts.say(CLIENT), known.client())).trim();
    String spoken =
        forms.choose(LANGUAGE, texts.say("language"), Language.names(), language.code());
    Choice chosen = new Choice(client, Language.of(spoken).orElse(language));
    choices.choose(user(context), chosen);
    // The report view runs every card itself.
    if (forms.host() == Page.Host.BARE && !chosen.equals(known)) {
      OtherParagraphs.run(context);
    }
    return chosen;
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
    } else if (List.of("distribution", "describe", "pair")
        .contains(parts[0].toLowerCase(Locale.ROOT))) {
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

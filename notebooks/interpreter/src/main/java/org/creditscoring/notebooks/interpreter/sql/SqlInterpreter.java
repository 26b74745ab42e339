package org.creditscoring.notebooks.interpreter.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.zeppelin.interpreter.Interpreter;
import org.apache.zeppelin.interpreter.InterpreterContext;
import org.apache.zeppelin.interpreter.InterpreterException;
import org.apache.zeppelin.interpreter.InterpreterResult;
import org.apache.zeppelin.interpreter.InterpreterResult.Code;
import org.apache.zeppelin.interpreter.InterpreterResult.Type;
import org.apache.zeppelin.scheduler.Scheduler;
import org.apache.zeppelin.scheduler.SchedulerFactory;
import org.apache.zeppelin.user.AuthenticationInfo;
import org.creditscoring.notebooks.interpreter.Setting;
import org.creditscoring.notebooks.interpreter.ZeppelinForms;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.sentence.Field;
import org.creditscoring.notebooks.interpreter.text.Language;
import org.creditscoring.notebooks.interpreter.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code %credit.sql}: one SELECT over the published snapshot, for modellers; each is logged. */
public final class SqlInterpreter extends Interpreter {
  private static final Logger LOG = LoggerFactory.getLogger(SqlInterpreter.class);
  private static final int SIDE_BY_SIDE = 2;
  private static final String STATEMENT = "statement";

  private final Map<String, Statement> running = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(SqlInterpreter::daemon);
  private SnapshotSql sql;
  private Modellers modellers;
  private int mostRows;
  private int mostSeconds;

  /** Called by Zeppelin. */
  public SqlInterpreter(Properties properties) {
    super(properties);
  }

  @Override
  public void open() throws InterpreterException {
    Map<String, String> environment = System.getenv();
    String snapshots = setting("credit.snapshots", "data/snapshots");
    Path conf = Path.of(environment.getOrDefault("ZEPPELIN_CONF_DIR", "conf"));
    sql = new SnapshotSql(Path.of(snapshots), setting("credit.sql.memory", "512MB"));
    modellers =
        new Modellers(setting("credit.sql.allowed", "modeller, admin"), conf.resolve("shiro.ini"));
    try {
      mostRows = Integer.parseInt(setting("credit.sql.rows", "1000"));
      mostSeconds = Integer.parseInt(setting("credit.sql.seconds", "60"));
    } catch (NumberFormatException e) {
      throw new InterpreterException("credit.sql.rows, credit.sql.seconds: " + e.getMessage(), e);
    }
  }

  private String setting(String name, String fallback) {
    return Setting.read(getProperties(), System.getenv(), name, fallback);
  }

  @Override
  public void close() {
    running.values().forEach(SqlInterpreter::cancel);
    clock.shutdownNow();
  }

  @Override
  public InterpreterResult interpret(String text, InterpreterContext context) {
    ZeppelinForms forms = new ZeppelinForms(context.getGui());
    Language language =
        forms
            .given("lang")
            .flatMap(Language::of)
            .or(() -> Language.of(setting("credit.language", "en")))
            .orElse(Language.EN);
    Texts texts = new Texts(language);
    Page page =
        new Page(
            context.getParagraphId(),
            language,
            "",
            Map.of("client", forms.given("client").orElse("")));
    boolean reportView = forms.given("view").filter("report"::equals).isPresent();
    String statement = text == null ? "" : text.trim();
    if (reportView) {
      // The report view edits no paragraph: the statement is a field that begins with its text.
      statement = forms.offer(Field.lines(STATEMENT, texts.say("sql.statement"), statement)).trim();
      forms.sentBy(texts.say("sql.run"));
      page.fields(forms.description());
    }
    Code code = answer(page, texts, new SqlTable(language), statement, context);
    return new InterpreterResult(code, Type.HTML, page.finish());
  }

  private Code answer(
      Page page, Texts texts, SqlTable table, String statement, InterpreterContext context) {
    String user =
        context.getAuthenticationInfo() == null
            ? "nobody"
            : String.valueOf(context.getAuthenticationInfo().getUser());
    if (!modellers.include(context.getAuthenticationInfo())) {
      LOG.warn("sql refused to {}: {}", user, oneLine(statement));
      SqlTable.say(page, texts.say("sql.notAllowed"));
      return Code.ERROR;
    }
    if (statement.isEmpty()) {
      SqlTable.say(page, texts.say("sql.empty"));
      return Code.SUCCESS;
    }
    long started = System.nanoTime();
    try {
      SnapshotSql.Answer answer = sql.ask(statement, mostRows, watch(key(context)));
      LOG.info(
          "sql by {}, {} rows, {} ms: {}",
          user,
          answer.rows().size(),
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started),
          oneLine(statement));
      table.write(page, answer);
      return Code.SUCCESS;
    } catch (SqlRefusedException e) {
      LOG.info("sql by {}, {}: {}", user, e.reason(), oneLine(statement));
      SqlTable.say(page, texts.say("sql." + e.reason(), String.valueOf(e.getMessage())));
      return Code.ERROR;
    }
  }

  private SnapshotSql.Watch watch(String key) {
    return new SnapshotSql.Watch() {
      private ScheduledFuture<?> end;

      @Override
      public void started(Statement statement) {
        running.put(key, statement);
        end = clock.schedule(() -> SqlInterpreter.cancel(statement), mostSeconds, TimeUnit.SECONDS);
      }

      @Override
      public void ended() {
        end.cancel(false);
        running.remove(key);
      }
    };
  }

  @Override
  public void cancel(InterpreterContext context) {
    Statement statement = running.get(key(context));
    if (statement != null) {
      cancel(statement);
    }
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      LOG.warn("a statement could not be cancelled: {}", e.getMessage());
    }
  }

  private static String key(InterpreterContext context) {
    AuthenticationInfo user = context.getAuthenticationInfo();
    return (user == null ? "" : user.getUser()) + "\n" + context.getParagraphId();
  }

  private static String oneLine(String statement) {
    return statement.replaceAll("\\s+", " ");
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
        .createOrGetParallelScheduler(SqlInterpreter.class.getName(), SIDE_BY_SIDE);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sql-clock");
    thread.setDaemon(true);
    return thread;
  }
}

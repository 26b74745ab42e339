package org.creditscoring.notebooks;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** zeppelin-site.xml of a run directory. */
final class SiteProperties {
  /**
   * A card with a chart of sixty categories is some 100 kB; Zeppelin would cut it at 102400
   * characters.
   */
  private static final String OUTPUT_LIMIT = "4194304";

  private final Map<String, String> properties = new LinkedHashMap<>();

  SiteProperties(NotebooksSettings settings, RunDirectory run) {
    Path home = settings.home();
    properties.put("zeppelin.server.addr", settings.address());
    properties.put("zeppelin.server.port", Integer.toString(settings.port()));
    properties.put(
        "zeppelin.server.allowed.origins",
        Stream.concat(
                Stream.of(
                    "http://localhost:" + settings.port(),
                    "http://127.0.0.1:" + settings.port(),
                    settings.localAddress().toString()),
                settings.origins().stream())
            .distinct()
            .collect(Collectors.joining(",")));
    properties.put("zeppelin.war", home.resolve("web").toString());
    properties.put("zeppelin.angular.war", home.resolve("web").toString());
    properties.put("zeppelin.war.tempdir", run.temporary().toString());
    properties.put("zeppelin.run.mode", "local");
    properties.put("zeppelin.notebook.dir", run.notes().toString());
    properties.put(
        "zeppelin.notebook.storage",
        "org.creditscoring.notebooks.storage.DefinitionsOnlyNotebookRepo");
    properties.put("zeppelin.notebook.public", "false");
    properties.put("zeppelin.notebook.cron.enable", "false");
    properties.put("zeppelin.search.index.path", run.temporary().resolve("search").toString());
    properties.put("zeppelin.interpreter.localRepo", run.temporary().resolve("repo").toString());
    properties.put("zeppelin.interpreter.output.limit", OUTPUT_LIMIT);
    properties.put("zeppelin.interpreter.connect.timeout", "60000");
    properties.put(
        "zeppelin.interpreter.lifecyclemanager.class",
        "org.apache.zeppelin.interpreter.lifecycle.NullLifecycleManager");
    properties.put("zeppelin.server.default.dir.allowed", "false");
    properties.put("zeppelin.server.xframe.options", "DENY");
  }

  String xml() {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .append(
                "<!-- Written at every start from the settings in conf/credit.conf: change those. -->\n")
            .append("<configuration>\n");
    properties.forEach(
        (name, value) ->
            xml.append("  <property><name>")
                .append(name)
                .append("</name><value>")
                .append(escape(value))
                .append("</value></property>\n"));
    return xml.append("</configuration>\n").toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

package dev.aiwf.knowledge.http;

import dev.aiwf.knowledge.items.Item;
import dev.aiwf.knowledge.items.Library;
import dev.aiwf.knowledge.items.Problem;
import dev.aiwf.knowledge.tools.Answer;
import dev.aiwf.knowledge.tools.ItemJson;
import dev.aiwf.knowledge.tools.Tool;
import dev.aiwf.knowledge.tools.Toolbox;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The tools for whoever speaks no MCP: one address each, and one for each item. */
public final class PlainRoutes extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Where they begin. */
  public static final String BELOW = "/knowledge/";

  private static final String ITEMS = "items/";
  private static final String SOURCES = "sources/";
  private static final String HEALTH = "health";
  private static final int OK = 200;
  private static final int NOT_THE_METHOD = 405;

  private final transient Toolbox toolbox;
  private final transient Supplier<List<Problem>> problems;

  /**
   * Routes to these tools.
   *
   * @param problems what is wrong with the items' files now
   */
  public PlainRoutes(Toolbox toolbox, Supplier<List<Problem>> problems) {
    this.toolbox = toolbox;
    this.problems = problems;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("GET")) {
      response.setHeader("Allow", "GET");
      Written.json(
          response,
          NOT_THE_METHOD,
          Answer.Failed.of(Answer.Code.VALIDATION_ERROR, "This is read with GET.").body());
      return;
    }
    String uri = request.getRequestURI();
    String path = uri.startsWith(BELOW) ? uri.substring(BELOW.length()) : "";
    if (path.equals(HEALTH)) {
      Written.json(response, OK, health());
    } else {
      Written.answer(response, answer(path, request));
    }
  }

  private Answer answer(String path, HttpServletRequest request) {
    Library library = toolbox.catalog().library();
    if (path.startsWith(ITEMS)) {
      return library
          .item(path.substring(ITEMS.length()))
          .<Answer>map(item -> new Answer.Found(ItemJson.whole(library, item)))
          .orElseGet(() -> nothing("item"));
    }
    if (path.startsWith(SOURCES)) {
      return library
          .source(path.substring(SOURCES.length()))
          .<Answer>map(source -> new Answer.Found(ItemJson.whole(source)))
          .orElseGet(() -> nothing("source"));
    }
    return Toolbox.tool(path)
        .map(tool -> toolbox.call(tool, given(tool, request.getParameterMap())))
        .orElseGet(() -> nothing("tool"));
  }

  private static Answer.Failed nothing(String what) {
    return Answer.Failed.of(Answer.Code.NOT_FOUND, "There is no such %s.".formatted(what));
  }

  /**
   * Whole numbers and lists, where a tool takes them; what is no number is left for it to refuse.
   */
  private static Map<String, Object> given(Tool tool, Map<String, String[]> parameters) {
    Map<String, Object> given = new LinkedHashMap<>();
    parameters.forEach((name, values) -> {
      if (tool.isList(name)) {
        given.put(name, List.of(values));
      } else if (tool.isNumber(name)) {
        given.put(name, number(values[0]));
      } else {
        given.put(name, values[0]);
      }
    });
    return given;
  }

  private static Object number(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private Map<String, Object> health() {
    Library library = toolbox.catalog().library();
    List<Problem> wrong = problems.get();
    Map<String, Object> health = new LinkedHashMap<>();
    health.put("status", wrong.isEmpty() ? "ok" : "degraded");
    health.put("items", library.items().size());
    health.put("team_items", library.items().stream().filter(PlainRoutes::isTeams).count());
    health.put("sources", library.sources().size());
    health.put("problems", wrong.stream().map(Problem::toString).toList());
    return health;
  }

  private static boolean isTeams(Item item) {
    return item.about().team();
  }
}

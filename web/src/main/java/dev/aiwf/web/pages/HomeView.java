package dev.aiwf.web.pages;

import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first page.
 *
 * @param frame what is around it
 * @param filters which projects can be looked at
 * @param shown the filter that is chosen
 * @param query what is searched for
 * @param rows the projects that are shown
 * @param next where more of them are; none if these are all
 * @param sample the sample, where there is nothing else yet
 * @param picture the sample's phases, as SVG; empty without it
 * @param nothing whether there is no project at all
 * @param offered what a project can be started with
 * @param typed what was typed into the form and could not be taken
 * @param errors what is wrong with it, by field
 * @param notice what is wrong with no field in particular
 */
public record HomeView(
    Frame frame,
    List<Filter> filters,
    String shown,
    String query,
    List<RowView> rows,
    @Nullable String next,
    @Nullable RowView sample,
    String picture,
    boolean nothing,
    List<Workflow> offered,
    Typed typed,
    Map<String, String> errors,
    @Nullable String notice) {

  public HomeView {
    filters = List.copyOf(filters);
    rows = List.copyOf(rows);
    offered = List.copyOf(offered);
  }

  /** How far a project can go into things. */
  public List<Depth> depths() {
    return List.of(Depth.values());
  }

  /** A choice of projects. */
  public record Filter(String title, String address, long count, boolean chosen) {}
}

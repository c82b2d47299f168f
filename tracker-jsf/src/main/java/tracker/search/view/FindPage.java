package tracker.search.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.primefaces.PrimeFaces;
import tracker.search.Search;
import tracker.shared.Json;
import tracker.shared.view.Asked;

/** What is found while somebody types: in the search box, and below the title of a new task. */
@Named("findPage")
@RequestScoped
public class FindPage {
  /** So many fit under the box. */
  private static final int SHOWN = 8;

  @Inject private Search search;
  @Inject private Asked asked;

  /** Answers what was found as JSON; the script makes rows of it. */
  public void find() {
    String found = Json.write(search.find(asked.text("text"), SHOWN).items());
    PrimeFaces.current().ajax().addCallbackParam("found", found);
  }

  /** Answers tasks with a title like the one that is typed, as JSON. */
  public void similar() {
    String found = Json.write(search.similar(asked.text("title"), null).items());
    PrimeFaces.current().ajax().addCallbackParam("found", found);
  }
}

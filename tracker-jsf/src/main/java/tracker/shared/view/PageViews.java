package tracker.shared.view;

import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Forms go back to the address that the browser shows, filters and all; pages load of PrimeFaces
 * only what their tags need, see {@code prime.js}.
 */
public class PageViews extends ViewHandlerWrapper {
  private static final List<String> NOT_NEEDED =
      List.of("components.css", "components.js", "jquery/jquery-plugins.js");

  public PageViews(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public UIViewRoot createView(FacesContext context, String viewId) {
    ResourceHandler resources = context.getApplication().getResourceHandler();
    NOT_NEEDED.forEach(name -> resources.markResourceRendered(context, name, "primefaces"));
    return super.createView(context, viewId);
  }

  @Override
  public String getActionURL(FacesContext context, String viewId) {
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    Object shown = request.getAttribute(PageFilter.SHOWN);
    if (shown == null) {
      return super.getActionURL(context, viewId);
    }
    Object query = request.getAttribute("jakarta.servlet.forward.query_string");
    String address = request.getContextPath() + shown;
    return query == null ? address : address + "?" + query;
  }
}

package tracker.shared.view;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;

/** Forms go back to the address that the browser shows, filters and all. */
public class PageViews extends ViewHandlerWrapper {
  public PageViews(ViewHandler wrapped) {
    super(wrapped);
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

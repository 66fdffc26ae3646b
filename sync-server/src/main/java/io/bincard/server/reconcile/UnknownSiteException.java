package io.bincard.server.reconcile;

/** There is no such site. */
public final class UnknownSiteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String site;

  public UnknownSiteException(String site) {
    super("there is no site " + site);
    this.site = site;
  }

  public String site() {
    return site;
  }
}

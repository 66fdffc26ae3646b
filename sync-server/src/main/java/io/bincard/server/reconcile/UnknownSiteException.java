package io.bincard.server.reconcile;

/** There is no such site. */
public final class UnknownSiteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownSiteException(String site) {
    super("there is no site " + site);
  }
}

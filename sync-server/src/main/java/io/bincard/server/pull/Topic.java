package io.bincard.server.pull;

/**
 * What there can be news of.
 *
 * @param device whose head it is; empty for all other rows of the site
 */
record Topic(String site, String device) {
  static Topic goods(String site) {
    return new Topic(site, "");
  }
}

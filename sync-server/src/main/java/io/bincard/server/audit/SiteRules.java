package io.bincard.server.audit;

import java.time.ZoneId;

/** What a site has decided about itself, as far as the fold asks. */
record SiteRules(String site, boolean negativeAllowed, ZoneId zone) {}

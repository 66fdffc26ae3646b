package io.bincard.handheld.work;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts messages into the words of a language. */
public final class Texts {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private final ResourceBundle bundle;

  /** A language that there are no texts in is English. */
  public Texts(Locale language) {
    this.bundle =
        ResourceBundle.getBundle(
            Texts.class.getPackageName() + ".messages",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
  }

  public String say(Message message) {
    Map<String, String> parameters = message.parameters();
    return PARAMETER
        .matcher(bundle.getString(message.key().text()))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(parameters.getOrDefault(found.group(1), found.group())));
  }
}

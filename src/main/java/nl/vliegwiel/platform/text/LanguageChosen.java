package nl.vliegwiel.platform.text;

import java.util.Locale;

/** Somebody chose the language of the pages; whoever keeps people may remember it for mails too. */
public record LanguageChosen(Locale language) {
}

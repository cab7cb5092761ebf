// What html-validate asks of our pages: its recommended rules, less questions of taste.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "doctype-style": "off", // <!doctype html> in small letters is the same
    "attribute-empty-style": "off", // Chromium writes hidden="" where we write hidden; both are right
    "no-implicit-button-type": "off", // a button in a form submits: that is what ours are for
    "no-implicit-input-type": "off", // an input without a type is a line of text: that is what ours are for
    "aria-label-misuse": ["error", { allowAnyNamable: true }], // a list may have a name
    "prefer-native-element": ["error", { exclude: ["region"] }], // a table that scrolls is no section of its own
    "form-dup-name": "off", // several polls, or a reason to tap or to type, are one name in INTERFACE
    "tel-non-breaking": "off", // the style sheet keeps numbers on one line
    "long-title": "off", // a title holds the question of a poll, as long as it is
    "attribute-boolean-style": "off", // as above: defer=""
    "no-trailing-whitespace": "off", // templates leave some; brotli takes it away
  },
};

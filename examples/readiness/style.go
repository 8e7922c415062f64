// Style: what the terminal can show.

package main

import (
	"os"
	"strings"
	"unicode/utf8"
)

// width is that of the screen, in columns.
const width = 100

// A style draws with or without colour and Unicode. Nothing is told by colour alone.
type style struct {
	colour, ascii bool
}

// styleOf looks at where output goes: colour on a terminal unless NO_COLOR is set, Unicode unless the locale says otherwise.
func styleOf(f *os.File, env func(string) string) style {
	s := style{}
	if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
		s.colour = env("NO_COLOR") == "" && env("TERM") != "dumb"
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := env(name); v != "" {
			s.ascii = !strings.Contains(strings.ToUpper(strings.ReplaceAll(v, "-", "")), "UTF8")
			break
		}
	}
	return s
}

func (s style) paint(code, text string) string {
	if !s.colour || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (s style) strong(text string) string { return s.paint("1", text) }
func (s style) alarm(text string) string  { return s.paint("1;31", text) }

// plain replaces what ASCII does not have, for text from catalogues and profiles too.
func (s style) plain(text string) string {
	if !s.ascii {
		return text
	}
	text = asciiFor.Replace(text)
	return strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf {
			return '?'
		}
		return r
	}, text)
}

var asciiFor = strings.NewReplacer(
	"█", "#", "▓", "=", "▒", "=", "░", "-", "·", ".", "│", "|", "▕", "[", "▏", "]", "→", "->", "–", "-", "—", "-", "’", "'", "“", `"`, "”", `"`,
	"‘", "'", "…", "...", "é", "e", "ö", "o", "ä", "a", "ü", "u", "ø", "o",
)

// pad fills text with spaces to n columns, or cuts it there.
func pad(text string, n int) string {
	count := utf8.RuneCountInString(text)
	if count > n {
		return cut(text, n)
	}
	return text + strings.Repeat(" ", n-count)
}

// cut shortens text to n columns, with a mark that something is missing.
func cut(text string, n int) string {
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	return strings.TrimRight(string(runes[:n-2]), " ") + ".."
}

// wrap breaks text into lines of at most n columns.
func wrap(text string, n int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > n {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}

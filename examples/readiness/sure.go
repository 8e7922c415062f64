// How sure the numbers on the screen are, and whom to ask what.

package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/assess/uncertainty"
	"github.com/hasteslowly/readiness/framework/strict"
)

// drawsShown is how often the screen draws, unless asked otherwise: enough for whole numbers.
const drawsShown = 2000

// drawn reads --draws and --seed.
func drawn(a arguments) (uncertainty.Options, error) {
	o := uncertainty.Options{Draws: drawsShown}
	var problems []strict.Problem
	if text, ok := a.flags["draws"]; ok {
		n, err := strconv.Atoi(text)
		if err != nil || n <= 0 {
			problems = append(problems, strict.Problem{Path: "--draws", What: fmt.Sprintf("%q is no number of draws", text), Cure: fmt.Sprintf("give 100 to %d", uncertainty.Most)})
		}
		o.Draws = n
	}
	if text, ok := a.flags["seed"]; ok {
		n, err := strconv.ParseUint(text, 10, 64)
		if err != nil {
			problems = append(problems, strict.Problem{Path: "--seed", What: fmt.Sprintf("%q is no seed", text), Cure: "give a whole number of 0 or more"})
		}
		o.Seed = n
	}
	return o, strict.Fail("command line", problems)
}

// sure says below readiness what it could have been otherwise.
func (s *screen) sure() {
	a := s.analysis
	if a.Readiness.Draws == 0 {
		return
	}
	percent := fmt.Sprintf("%.0f%% of draws", 100*a.Level)
	s.line("             %s  %.0f to %.0f  when %s vary", pad(percent, 12), a.Readiness.Low, a.Readiness.High, listed(a.Varied))
	if slices.Contains(a.Varied, uncertainty.Missing) {
		s.line("             %12s  %.0f to %.0f  when only missing answers do", "", a.Missing.Low, a.Missing.High)
	}
	if a.Sampling.Defined() {
		s.line("             if others had been asked: %.0f to %.0f (%.0f%% confidence, widened for small groups)", *a.Sampling.Low, *a.Sampling.High, 100*a.Sampling.Level)
	}
	var bands []string
	for _, b := range a.Bands {
		bands = append(bands, b.Band+" "+share(b.Probability))
	}
	s.line("             probability   %s", strings.Join(bands, ", "))
	if len(a.Sensitivity) > 1 {
		var from []string
		for _, x := range a.Sensitivity[:min(len(a.Sensitivity), 3)] {
			from = append(from, x.Input+" "+share(x.Total.Value))
		}
		s.paragraph(13, "the spread comes from "+strings.Join(from, ", ")+" (total Sobol indices, which overlap)")
	}
	if worst := s.worst(); worst != "" {
		s.paragraph(13, "farthest from clear, with probability: "+worst)
	}
	s.voices()
}

// worst names the types that are most probably the least out of the way.
func (s *screen) worst() string {
	types := slices.Clone(s.analysis.Types)
	slices.SortStableFunc(types, func(a, b uncertainty.Type) int { return cmp.Compare(b.Worst(), a.Worst()) })
	var named []string
	for _, t := range types[:min(len(types), 3)] {
		if t.Worst() >= 0.1 {
			named = append(named, t.Name+" "+share(t.Worst()))
		}
	}
	return strings.Join(named, ", ")
}

// voices names the perspectives that speak with one voice.
func (s *screen) voices() {
	var alone []string
	for _, w := range s.analysis.Warnings {
		if w.Kind == uncertainty.OneVoice {
			alone = append(alone, s.result.Profile().PerspectiveName(w.Perspective))
		}
	}
	if len(alone) > 0 {
		s.paragraph(13, "one voice each, so that how others like them would differ is in no interval: "+strings.Join(alone, ", "))
	}
}

// listed names inputs: a, b and c.
func listed(inputs []uncertainty.Input) string {
	names := make([]string, len(inputs))
	weights := 0
	for i, x := range inputs {
		if names[i] = x.String(); strings.HasSuffix(names[i], "weights") {
			weights++
		}
	}
	if weights > 1 {
		at := slices.IndexFunc(names, func(n string) bool { return strings.HasSuffix(n, " weights") })
		names = slices.Insert(slices.DeleteFunc(names, func(n string) bool { return strings.HasSuffix(n, " weights") }), at, "weights")
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// share prints a probability: .07.
func share(x float64) string { return figure(assess.Estimate{Value: min(max(x, 0), 1), Known: true}) }

// questions says whom to ask what, and what else stands in the way of an answer.
func (s *screen) questions() {
	absences := s.result.Absences()
	if len(s.analysis.Ask) > 0 {
		s.section("WHAT TO ASK NEXT", "%s", fmt.Sprintf("%57s", "interval over missing answers"))
		width := s.analysis.Missing.Width()
		for i, q := range s.analysis.Ask[:min(len(s.analysis.Ask), questionsShown)] {
			whom := s.result.Profile().PerspectiveName(q.Perspective)
			if n := s.size(q.Perspective); n != q.Answers {
				whom += fmt.Sprintf(" (%d of %d missing)", q.Answers, n)
			}
			s.line("  %d %s %s %.1f -> %.1f", i+1, pad(whom, 34), pad(q.Name, 46), width, q.Width)
			width = q.Width
		}
		if missing, all := s.analysis.Missing.Width(), s.analysis.Readiness.Width(); missing < all/4 {
			s.paragraph(2, fmt.Sprintf("What is missing matters little here: its interval is %.1f points wide, that of everything %.1f.", missing, all))
		}
	}
	s.notes(absences)
}

func (s *screen) size(perspective string) int {
	k := slices.Index(s.result.Profile().Perspectives(), perspective)
	return max(s.result.Profile().Size(k), 1)
}

// notes lists what keeps answers from counting.
func (s *screen) notes(absences assess.Absences) {
	if missing := s.result.MissingPerspectives(); len(missing) > 0 {
		s.line("  Nobody speaks for: %s", strings.Join(missing, ", "))
	}
	var twice []string
	for _, c := range absences.Contradictions {
		twice = append(twice, fmt.Sprintf("%s on %s", c.Respondent, c.Parameter))
	}
	if len(twice) > 0 {
		s.paragraph(2, "Two different answers to the same question, and so none counted: "+strings.Join(twice, ", "))
	}
	if absences.DontKnow > 0 {
		s.line("  %s \"don't know\", and missing", counted(absences.DontKnow, "answer"))
	}
	var other []string
	for _, p := range s.result.OtherStages() {
		other = append(other, fmt.Sprintf("%q (%s)", p.Name, p.When))
	}
	if len(other) > 0 {
		s.paragraph(2, "Rated, but of another stage than the project's, and so not scored: "+strings.Join(other, ", "))
	}
}

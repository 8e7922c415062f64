// The second half of the screen: who disagrees, what to do, whom to ask.

package main

import (
	"fmt"
	"strings"

	"github.com/hasteslowly/readiness/assess"
)

const (
	tensionsShown = 3
	actionsShown  = 5
	gapsShown     = 3
)

// answerTo says which skill a divide calls for.
var answerTo = map[assess.Divide]string{
	assess.WithinPeople:        "torn: elicit assumptions",
	assess.BetweenPeople:       "apart: elicit assumptions",
	assess.BetweenPerspectives: "groups differ: manage the conflict",
	assess.BetweenContexts:     "situations differ: allow variants",
	assess.BetweenGoals:        "aims differ: negotiate goals",
}

func (s *screen) tensions() {
	shown := 0
	for _, t := range s.result.Tensions() {
		if t.Sharpness() == 0 || shown == tensionsShown {
			break
		}
		if shown == 0 {
			s.section("WHERE IT PULLS BOTH WAYS", "0 not at all, 1 as far as can be; nobody's view is averaged away")
		}
		shown++
		torn, apart := "?", "?"
		if t.Within.Defined() {
			torn = figure(assess.Estimate{Value: max(*t.Within.Value, 0), Known: true})
		}
		if t.Spread != nil {
			apart = figure(assess.Estimate{Value: *t.Spread, Known: true})
		}
		s.line("  %d %s within people %s, between %s -> %s", shown, pad(t.Name, 26), pad(torn, 3), pad(apart, 3), answerTo[t.On])
		s.positions(t)
	}
}

// positions says how each perspective sees a force, those who were not asked last.
func (s *screen) positions(t assess.Tension) {
	var absent []string
	for _, p := range t.Positions {
		name := s.result.Profile().PerspectiveName(p.Perspective)
		if p.Helps == nil && p.Hinders == nil {
			absent = append(absent, name)
			continue
		}
		s.line("    %s helps %s  hinders %s", pad(name, 42), ofFour(p.Helps), ofFour(p.Hinders))
	}
	if len(absent) > 0 {
		s.paragraph(4, "not asked: "+strings.Join(absent, ", "))
	}
}

func ofFour(x *float64) string {
	if x == nil {
		return "not asked "
	}
	return fmt.Sprintf("%.1f of 4  ", 4**x)
}

func (s *screen) actions() {
	recs := s.advice.Recommendations
	if len(recs) == 0 {
		s.section("WHAT TO DO FIRST", "no rule fired; readiness why-not says why")
		return
	}
	s.section("WHAT TO DO FIRST", "%s", fmt.Sprintf("%49s%s", "person-days   ", "if one step moves*"))
	for i, rec := range recs[:min(len(recs), actionsShown)] {
		gain := "targets not rated"
		if rec.WhatIf.Answered > 0 {
			gain = fmt.Sprintf("%.1f -> %.1f", rec.WhatIf.Before.Value, rec.WhatIf.After.Value)
		}
		lines := wrap(rec.Title, 60)
		s.WriteString(s.plain(fmt.Sprintf("  %d ", i+1)) + s.strong(s.plain(pad(lines[0], 62))) + s.plain(pad(fmt.Sprintf("%g-%g", rec.Effort.Low, rec.Effort.High), 14)+gain) + "\n")
		for _, l := range lines[1:] {
			s.WriteString("    " + s.strong(s.plain(l)) + "\n")
		}
		why := fmt.Sprintf("because %s", rec.Because)
		if len(rec.Also) > 0 {
			why += fmt.Sprintf(" (and %s)", counted(len(rec.Also), "other reason"))
		}
		if len(rec.Prerequisites) > 0 {
			why += ". After: " + strings.Join(rec.Prerequisites, ", ")
		}
		s.paragraph(4, why+". Rule: "+rec.Rule+". Sources: "+someSources(rec.Sources)+".")
	}
	if more := len(recs) - actionsShown; more > 0 {
		s.line("    and %d more: readiness explain %d ...", more, actionsShown+1)
	}
}

func someSources(ids []string) string {
	const most = 3
	if len(ids) <= most {
		return strings.Join(ids, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(ids[:most], ", "), len(ids)-most)
}

func (s *screen) questions() {
	gaps, absences := s.result.Gaps(), s.result.Absences()
	if len(gaps) == 0 && len(s.result.OtherStages()) == 0 && len(absences.Contradictions) == 0 {
		return
	}
	s.section("WHAT TO ASK NEXT", "answers that would narrow the bounds most, if they agree with what is known")
	e := s.result.Readiness()
	shown := map[string]bool{}
	for _, g := range gaps {
		if len(shown) == gapsShown {
			break
		}
		if shown[g.Type] {
			continue
		}
		shown[g.Type] = true
		s.paragraph(2, fmt.Sprintf("%s about %q (%s missing): %.1f to %.1f would become %.1f to %.1f", s.result.Profile().PerspectiveName(g.Perspective), g.Name, counted(g.Missing, "answer"), e.Low, e.High, g.Low, g.High))
	}
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
		s.line("  %s: don't know", counted(absences.DontKnow, "answer"))
	}
	var other []string
	for _, p := range s.result.OtherStages() {
		other = append(other, fmt.Sprintf("%q (%s)", p.Name, p.When))
	}
	if len(other) > 0 {
		s.paragraph(2, "Rated, but of another stage than the project's, and so not scored: "+strings.Join(other, ", "))
	}
}

func (s *screen) foot() {
	s.WriteString("\n")
	s.paragraph(0, "* what the model says when the answers to the action's targets move one step of the scale: arithmetic, not a prediction. Scores are this project's operationalisation of Petrova & Barclay 2024, not the authors' own.")
	file := ""
	if s.file != "" {
		file = " " + s.file
	}
	s.paragraph(0, fmt.Sprintf("More: readiness explain 1%s | explain readiness%s | why-not%s | cases | questionnaire | help", file, file, file))
}

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
	assess.WithinPeople:        "people are torn: elicit assumptions",
	assess.BetweenPeople:       "people differ: elicit assumptions",
	assess.BetweenPerspectives: "groups differ: manage the conflict, navigate worldviews",
	assess.BetweenContexts:     "situations differ: allow local variants",
	assess.BetweenGoals:        "aims differ: negotiate goals",
}

func (s *screen) tensions() {
	shown := 0
	for _, t := range s.result.Tensions() {
		if t.Sharpness() == 0 || shown == tensionsShown {
			break
		}
		if shown == 0 {
			s.section("WHERE IT PULLS BOTH WAYS", "net of helps and hinders, -1 to +1; nobody's view is averaged away")
		}
		shown++
		spread := "not known"
		if t.Spread != nil {
			spread = figure(assess.Estimate{Value: *t.Spread, Known: true})
		}
		s.line("  %d %s within people %s, between people %s -> %s", shown, pad(t.Name, 27), figure(assess.Estimate{Value: t.Within.Griffin, Known: t.Within.N > 0}), spread, answerTo[t.On])
		var views []string
		for i, p := range t.Positions {
			views = append(views, s.position(i, p))
		}
		s.paragraph(4, strings.Join(views, "   "))
	}
}

// position says how a perspective sees a force.
func (s *screen) position(i int, p assess.Position) string {
	name := s.result.Profile().PerspectiveName(i)
	net, both := p.Net()
	switch {
	case both:
		return fmt.Sprintf("%s %+.2f (helps %.1f, hinders %.1f of 4)", name, net, 4**p.Helps, 4**p.Hinders)
	case p.Helps != nil:
		return fmt.Sprintf("%s helps %.1f, hinders not asked", name, 4**p.Helps)
	case p.Hinders != nil:
		return fmt.Sprintf("%s hinders %.1f, helps not asked", name, 4**p.Hinders)
	}
	return name + " not asked"
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
	gaps := s.result.Gaps()
	if len(gaps) == 0 {
		return
	}
	s.section("WHAT TO ASK NEXT", "answers that would narrow the bounds most, if they agree with what is known")
	for _, g := range gaps[:min(len(gaps), gapsShown)] {
		e := s.result.Readiness()
		s.line("  %s about %q (%s missing): %.0f-%.0f would become %.0f-%.0f", g.Perspective, g.Name, counted(g.Missing, "answer"), e.Low, e.High, g.Low, g.High)
	}
	if missing := s.result.MissingPerspectives(); len(missing) > 0 {
		s.line("  Nobody speaks for: %s", strings.Join(missing, ", "))
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

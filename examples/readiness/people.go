// The second half of the screen: who disagrees, what to do, whom to ask.

package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/assess/consensus"
)

const (
	tensionsShown  = 3
	actionsShown   = 5
	questionsShown = 5
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
			s.section("WHERE IT PULLS BOTH WAYS", "torn within, apart between people: 0 not or less, 1 as far as can be")
		}
		shown++
		torn, apart := "?", "?"
		if t.Within.Defined() {
			torn = share(*t.Within.Value)
		}
		if t.Spread != nil {
			apart = share(*t.Spread)
		}
		s.line("  %d %s torn %s apart %s -> %s", shown, pad(t.Name, 26), pad(torn, 4), pad(apart, 4), answerTo[t.On])
		s.positions(t)
		s.depends(t)
	}
}

// positions says who sees a force how: the people of each perspective on a line from against to for, and their means. Those who
// were not asked come last.
func (s *screen) positions(t assess.Tension) {
	var absent []string
	camps := map[string]string{}
	for _, u := range s.result.Unisons() {
		if u.Type == t.ID && u.Verdict == consensus.Apart {
			camps[u.Perspective] = "  no one view"
			if u.Finding.Warnings[0].Kind == consensus.TwoCamps {
				camps[u.Perspective] = "  two camps"
			}
		}
	}
	for _, p := range t.Positions {
		name := s.result.Profile().PerspectiveName(p.Perspective)
		if p.Helps == nil && p.Hinders == nil {
			absent = append(absent, name)
			continue
		}
		s.line("    %s against %s for  hinders %s helps %s%s", pad(name, 30), standing(t, p.Perspective), ofFour(p.Hinders), ofFour(p.Helps), camps[p.Perspective])
	}
	if len(absent) > 0 {
		s.paragraph(4, "not asked: "+strings.Join(absent, ", "))
	}
}

// standing counts the people of a perspective by their position, in nine places from 4 steps against to 4 for.
func standing(t assess.Tension, perspective string) string {
	type sides struct{ hinders, helps, n, m float64 }
	people := map[string]*sides{}
	for _, p := range t.People {
		if p.Perspective != perspective {
			continue
		}
		x := people[p.Respondent]
		if x == nil {
			x = &sides{}
			people[p.Respondent] = x
		}
		if p.Hinders != nil {
			x.hinders, x.n = x.hinders+*p.Hinders, x.n+1
		}
		if p.Helps != nil {
			x.helps, x.m = x.helps+*p.Helps, x.m+1
		}
	}
	var counts [9]int
	for _, x := range people {
		if x.n > 0 && x.m > 0 {
			counts[int(math.Floor(4*(x.helps/x.m-x.hinders/x.n)+4.5))]++
		}
	}
	places := make([]string, len(counts))
	for i, n := range counts {
		switch {
		case n == 0 && i == len(counts)/2:
			places[i] = "|"
		case n == 0:
			places[i] = "·"
		case n > 9:
			places[i] = "+"
		default:
			places[i] = strconv.Itoa(n)
		}
	}
	return strings.Join(places, " ")
}

// depends says how much of the differences lies between groups, and how probable as much is by chance.
func (s *screen) depends(t assess.Tension) {
	var parts []string
	for _, d := range t.Depends {
		if v := d.EtaSquared; v.Defined() {
			text := fmt.Sprintf("%.0f%% %s", 100**v.Value, d.On)
			if len(parts) == 0 {
				text = fmt.Sprintf("%.0f%% of the differences in position lie %s", 100**v.Value, d.On)
			}
			if v.P != nil {
				text += fmt.Sprintf(" (p %s)", probability(*v.P))
			}
			parts = append(parts, text)
		}
	}
	if len(parts) > 0 {
		s.paragraph(4, strings.Join(parts, ", "))
	}
}

func probability(p float64) string {
	if p < 0.001 {
		return "<.001"
	}
	return strings.TrimPrefix(fmt.Sprintf("%.3f", p), "0")
}

func ofFour(x *float64) string {
	if x == nil {
		return "  ?"
	}
	return fmt.Sprintf("%.1f", 4**x)
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

func (s *screen) foot() {
	s.WriteString("\n")
	s.paragraph(0, "* what the model says when the answers to the action's targets move one step of the scale: arithmetic, not a prediction. Scores are this project's operationalisation of Petrova & Barclay 2024, not the authors' own.")
	file := ""
	if s.file != "" {
		file = " " + s.file
	}
	s.paragraph(0, fmt.Sprintf("More: readiness explain 1%s | explain readiness%s | why-not%s | cases | questionnaire | help", file, file, file))
}

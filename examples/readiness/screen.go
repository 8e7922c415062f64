// The screen: blockers, readiness, the types in a picture, tensions, actions, questions.

package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/assess/uncertainty"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/recommend"
)

// A screen is one assessment, made to be read.
type screen struct {
	style
	result   *assess.Result
	analysis *uncertainty.Analysis
	advice   *recommend.Advice
	file     string // as named by the user; empty for the first case
	bytes.Buffer
}

// write prints the sections in order: the most important line first.
func (s *screen) write(w io.Writer) error {
	s.head()
	s.blockers()
	s.readiness()
	s.sure()
	s.types("CHALLENGES", "how strongly they hinder", framework.PureChallenge)
	s.types("DRIVERS", "how strongly they help", framework.PureDriver)
	s.forces()
	s.tensions()
	s.actions()
	s.questions()
	s.foot()
	_, err := s.WriteTo(w)
	return err
}

// line writes a line of text that is not painted.
func (s *screen) line(format string, args ...any) {
	s.WriteString(strings.TrimRight(s.plain(fmt.Sprintf(format, args...)), " ") + "\n")
}

// section begins a section: its name in capitals, then its first words.
func (s *screen) section(name, format string, args ...any) {
	s.WriteString("\n" + s.strong(name) + s.plain(fmt.Sprintf("%*s%s", max(13-len(name), 1), "", fmt.Sprintf(format, args...))) + "\n")
}

// paragraph writes text wrapped behind an indent.
func (s *screen) paragraph(indent int, text string) {
	for _, l := range wrap(text, width-indent) {
		s.line("%s%s", strings.Repeat(" ", indent), l)
	}
}

func (s *screen) head() {
	p := s.result.Profile()
	project := p.Project()
	stage := "stage not given"
	if project.Stage != 0 {
		stage = "stage: " + project.Stage.String()
	}
	s.WriteString(s.strong(s.plain(pad(project.Name, width-1-len(stage)))) + " " + stage + "\n")
	c := s.result.Scorer().Catalogue()
	origin := project.Origin
	if origin != "" {
		origin += "; "
	}
	s.paragraph(0, fmt.Sprintf("%s%s, %s, %s; catalogue %s, method %s", origin, counted(len(p.Perspectives()), "perspective"),
		counted(p.Respondents(), "respondent"), counted(p.Observations(), "rating"), c.Version(), assess.MethodVersion))
}

func (s *screen) blockers() {
	p := s.result.Profile()
	for _, b := range s.result.Blockers() {
		var who []string
		for _, v := range b.By {
			who = append(who, fmt.Sprintf("%s: %.1f of 4 against the project (%d asked)", p.PerspectiveName(v.Perspective), v.Mean, v.N))
		}
		s.WriteString("\n" + s.alarm("STOP FIRST") + "   " + s.strong(s.plain(b.Name)) + "\n")
		s.paragraph(13, strings.Join(who, "; ")+". "+b.Why)
	}
}

func (s *screen) readiness() {
	e := s.result.Readiness()
	missing := ""
	if e.Answered < e.Applicable {
		missing = fmt.Sprintf(" while %.0f%% of the answers are missing", 100*(1-e.Coverage()))
	}
	scaled := e
	scaled.Value, scaled.Low, scaled.High = e.Value/100, e.Low/100, e.High/100
	s.section("READINESS", "%s of 100  ▕%s▏  %.0f to %.0f%s", s.known(e, "%.0f"), bar(scaled, 24), e.Low, e.High, missing)
	s.line("             █ at least   ▒ what the answers say   ░ at most, whatever is still answered")
	names := map[string]string{"challenges": "challenges cleared", "drivers": "drive", "forces": "forces in balance"}
	var parts []string
	for _, c := range s.result.Components() {
		parts = append(parts, fmt.Sprintf("%s %s (%.0f to %.0f)", names[c.ID], s.known(scale(c.Estimate), "%.0f"), 100*c.Estimate.Low, 100*c.Estimate.High))
	}
	s.line("             %s", strings.Join(parts, "  "))
	if x := s.result.Exposure(); x.Known {
		s.line("             %.0f%% of the drive lies outside the team's control (%.0f to %.0f)", 100*x.Value, 100*x.Low, 100*x.High)
	}
	for _, a := range s.result.Attention() {
		if a.Area == framework.ITSolution {
			text := fmt.Sprintf("%.0f%% of the hindrance found is about the IT solution, %.0f%% about people, structures and context", 100*a.Burden, 100*(1-a.Burden))
			if a.Effort != nil {
				text += fmt.Sprintf("; the IT solution gets %.0f%% of the effort", 100**a.Effort)
			}
			s.paragraph(13, text)
		}
	}
}

func scale(e assess.Estimate) assess.Estimate {
	e.Value *= 100
	return e
}

func (s *screen) known(e assess.Estimate, format string) string {
	if !e.Known {
		return "?"
	}
	return fmt.Sprintf(format, e.Value)
}

// types draws the types of a pure form, the strongest first.
func (s *screen) types(title, what string, form framework.Form) {
	var types []assess.TypeScore
	for _, t := range s.result.Types() {
		if t.Form == form {
			types = append(types, t)
		}
	}
	if len(types) == 0 {
		return
	}
	s.section(title, "%s, 0 to 1", what)
	side := func(t assess.TypeScore) assess.Estimate {
		if form == framework.PureDriver {
			return *t.Helps
		}
		return *t.Hinders
	}
	slices.SortStableFunc(types, func(a, b assess.TypeScore) int { return cmp.Compare(side(b).Value, side(a).Value) })
	for _, t := range types {
		e := side(t)
		s.line("  %s %s %s  %s", pad(t.Name, 31), bar(e, 20), pad(figure(e), 4), cut(s.mostly(t), 38))
	}
}

func figure(e assess.Estimate) string {
	if !e.Known {
		return "?"
	}
	return strings.TrimPrefix(fmt.Sprintf("%.2f", e.Value), "0")
}

// mostly names what weighs most among the parameters of a type that were rated themselves.
func (s *screen) mostly(t assess.TypeScore) string {
	name, most := "", 0.0
	for _, p := range s.result.Parameters(t.ID) {
		e := p.Hinders
		if t.Form == framework.PureDriver {
			e = p.Helps
		}
		if p.Own && e.Known && e.Value > most {
			name, most = p.Name, e.Value
		}
	}
	if name == "" && !t.Clearance.Known {
		return "nobody was asked, or could say"
	}
	return name
}

// forces draws the two sides of every force apart: the challenge to the left, the driver to the right.
func (s *screen) forces() {
	var types []assess.TypeScore
	for _, t := range s.result.Types() {
		if t.Form.Force() {
			types = append(types, t)
		}
	}
	if len(types) == 0 {
		return
	}
	s.section("FORCES", "%schallenge ◀──────────┼──────────▶ driver", strings.Repeat(" ", 20))
	for _, t := range types {
		s.line("  %s %s %s│%s %s  %s", pad(t.Name, 31), rightAlign(figure(*t.Hinders), 4), mirrored(*t.Hinders, 12), bar(*t.Helps, 12), pad(figure(*t.Helps), 4), s.stands(t))
	}
}

func rightAlign(text string, n int) string { return fmt.Sprintf("%*s", n, text) }

// stands says in words how a force stands.
func (s *screen) stands(t assess.TypeScore) string {
	switch {
	case !t.Net.Known:
		return "one side is not known"
	case t.Form == framework.Oppositional:
		return fmt.Sprintf("%s, %s remains", t.State, figure(*t.Residual))
	case t.Net.Value > 0.1:
		return fmt.Sprintf("helps more (%+.2f)", t.Net.Value)
	case t.Net.Value < -0.1:
		return fmt.Sprintf("hinders more (%+.2f)", t.Net.Value)
	}
	return fmt.Sprintf("both alike (%+.2f)", t.Net.Value)
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// Checks: what a profile must satisfy by itself, and against a catalogue.

package profile

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
)

const (
	longestName = 200
	longestText = 10_000
)

var parameterPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

type checker struct {
	problems     []strict.Problem
	perspectives map[string]bool
	respondents  map[string]bool
}

// check lists what is wrong with a definition, with the paths of its JSON.
func check(d Definition) []strict.Problem {
	c := &checker{perspectives: map[string]bool{}, respondents: map[string]bool{}}
	if d.Version != FormatVersion {
		c.report("version", fmt.Sprintf("is %d", d.Version), fmt.Sprintf("this program reads version %d", FormatVersion))
	}
	c.project(d)
	for i, p := range d.Perspectives {
		path := fmt.Sprintf("perspectives[%d]", i)
		c.name(path+".id", p.ID, c.perspectives)
		c.text(path+".name", p.Name)
		c.text(path+".note", p.Note)
	}
	for i, r := range d.Respondents {
		path := fmt.Sprintf("respondents[%d]", i)
		c.name(path+".id", r.ID, c.respondents)
		c.text(path+".note", r.Note)
		switch {
		case len(d.Perspectives) == 0:
			c.name(path+".perspective", r.Perspective, nil)
		case !c.perspectives[r.Perspective]:
			c.report(path+".perspective", fmt.Sprintf("%q is not declared", r.Perspective), "add it to perspectives, or correct it")
		}
	}
	for i := range d.Observations {
		c.observation(i, &d.Observations[i])
	}
	c.effort(d.Effort)
	return c.problems
}

func (c *checker) report(path, what, cure string) {
	c.problems = append(c.problems, strict.Problem{Path: path, What: what, Cure: cure})
}

func (c *checker) project(d Definition) {
	if d.Schema != "" && !strings.HasSuffix(d.Schema, "profile.schema.json") {
		c.report("$schema", fmt.Sprintf("%.80q is not the schema of a profile", d.Schema), "use "+SchemaID)
	}
	c.name("project.name", d.Project.Name, nil)
	c.text("project.setting", d.Project.Setting)
	c.text("project.origin", d.Project.Origin)
	c.text("project.note", d.Project.Note)
	c.moment("project.at", d.Project.At)
}

// name checks a short name that must be there, and must be new in the space if one is given.
func (c *checker) name(path, s string, space map[string]bool) {
	switch {
	case strings.TrimSpace(s) == "":
		c.report(path, "is missing", "give a short name")
	case s != strings.TrimSpace(s) || strings.ContainsAny(s, "\n\r\t"):
		c.report(path, fmt.Sprintf("%.40q has white space around it or a line break in it", s), "remove it")
	case len(s) > longestName:
		c.report(path, fmt.Sprintf("is longer than %d bytes", longestName), "shorten it")
	case space[s]:
		c.report(path, fmt.Sprintf("%q is given twice", s), "keep one")
	}
	if space != nil {
		space[s] = true
	}
	c.text(path, s)
}

func (c *checker) text(path, s string) {
	if !utf8.ValidString(s) {
		c.report(path, "is not UTF-8", "write the characters themselves")
	}
	if strings.ContainsFunc(s, strict.Control) {
		c.report(path, "has a control character", "remove it; a line break is a line feed alone")
	}
	if len(s) > longestText {
		c.report(path, fmt.Sprintf("is longer than %d bytes", longestText), "shorten it, or link to it")
	}
}

func (c *checker) moment(path, s string) {
	if s == "" {
		return
	}
	if _, err := time.Parse(time.DateOnly, s); err == nil {
		return
	}
	if _, err := time.Parse(time.RFC3339, s); err != nil {
		c.report(path, fmt.Sprintf("%.40q is no date or time", s), "write it like 2026-11-23 or 2026-11-23T09:00:00Z")
	}
}

// observation builds paths only for what is wrong: there may be very many.
func (c *checker) observation(i int, o *Observation) {
	path := func(field string) string { return fmt.Sprintf("observations[%d].%s", i, field) }
	if !parameterPattern.MatchString(o.Parameter) || len(o.Parameter) > longestName {
		c.report(path("parameter"), fmt.Sprintf("%.80q is no id", o.Parameter), "give the id of a parameter or of a type: lower-case letters, digits and hyphens")
	}
	if !c.respondents[o.Respondent] {
		c.report(path("respondent"), fmt.Sprintf("%.80q is not among the respondents", o.Respondent), "add it there, or correct it")
	}
	rated := o.Hinders != 0 || o.Helps != 0
	switch {
	case o.Hinders > Strongest+1 || o.Helps > Strongest+1:
		c.report(path("hinders"), "a rating is out of range", "use 0 to 4")
	case o.State >= Contradictory:
		c.report(path("state"), fmt.Sprintf("%q cannot be given", o.State), "rated, don't know, not applicable or not asked")
	case o.State == Rated && !rated:
		c.report(path("state"), "is rated, but neither hinders nor helps is given", "give a rating, or another state")
	case o.State > Rated && rated:
		c.report(path("state"), fmt.Sprintf("is %s, but a rating is given", o.State), "remove the rating, or make the state rated")
	}
	if len(o.Context)+len(o.Goal)+len(o.Note)+len(o.Evidence)+len(o.At) > 0 {
		c.name(path("context"), or(o.Context, "-"), nil)
		c.name(path("goal"), or(o.Goal, "-"), nil)
		c.text(path("note"), o.Note)
		c.text(path("evidence"), o.Evidence)
		c.moment(path("at"), o.At)
	}
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func (c *checker) effort(effort map[framework.Area]float64) {
	total := 0.0
	for _, a := range framework.Areas() {
		e := effort[a]
		if !(e >= 0) || math.IsInf(e, 0) {
			c.report("effort."+a.String(), fmt.Sprintf("is %v", e), "give a number of 0 or more")
			return
		}
		total += e
	}
	if _, unset := effort[0]; unset {
		c.report("effort", "has an unset area", "name the area")
	}
	if len(effort) > 0 && (total == 0 || math.IsInf(total, 0)) {
		c.report("effort", "adds up to nothing, or to no number", "give at least one area some effort, or leave effort out")
	}
}

// checkAgainst lists the observations whose parameter the catalogue does not have or does not ask any more, each id once a place.
func checkAgainst(d Definition, c *framework.Catalogue) []strict.Problem {
	var problems []strict.Problem
	cures := map[string]string{}
	for i, o := range d.Observations {
		if _, ok := c.Asks(o.Parameter); ok || !parameterPattern.MatchString(o.Parameter) {
			continue
		}
		cure, known := cures[o.Parameter]
		if !known {
			cure = c.Suggest(o.Parameter)
			cures[o.Parameter] = cure
		}
		problems = append(problems, strict.Problem{
			Path: fmt.Sprintf("observations[%d].parameter", i),
			What: fmt.Sprintf("%.80q is no parameter or type of catalogue %s %s", o.Parameter, c.ID(), c.Version()),
			Cure: cure,
		})
	}
	return problems
}

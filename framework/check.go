// Checks: what every catalogue must satisfy, whatever model it is of.

package framework

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hasteslowly/readiness/framework/strict"
)

var (
	idPattern      = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	versionPattern = regexp.MustCompile(`^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$`)
)

const (
	longestID   = 100
	longestText = 2000
)

// A checker collects problems. The names of types and parameters are one name space; a first pass collects them, so that
// references may point forward.
type checker struct {
	problems []strict.Problem
	sources  map[string]bool
	entries  map[string]bool
}

func check(d Definition) []strict.Problem {
	c := &checker{sources: map[string]bool{}, entries: map[string]bool{}}
	c.head(d)
	for i, s := range d.Sources {
		path := fmt.Sprintf("sources[%d]", i)
		c.id(path+".id", s.ID, c.sources)
		c.words(path+".citation", s.Citation)
	}
	for i, t := range d.Types {
		c.id(fmt.Sprintf("types[%d].id", i), t.ID, c.entries)
		for j, p := range t.Parameters {
			c.id(fmt.Sprintf("types[%d].parameters[%d].id", i, j), p.ID, c.entries)
		}
	}
	for i, f := range d.Forms {
		c.form(fmt.Sprintf("forms[%d]", i), f)
	}
	for i, t := range d.Types {
		c.typ(fmt.Sprintf("types[%d]", i), t)
	}
	return c.problems
}

func (c *checker) report(path, what, cure string) {
	c.problems = append(c.problems, strict.Problem{Path: path, What: what, Cure: cure})
}

func (c *checker) head(d Definition) {
	c.id("id", d.ID, map[string]bool{})
	if !versionPattern.MatchString(d.Version) {
		c.report("version", fmt.Sprintf("%q is no version", d.Version), "write it like 1.0.0")
	}
	c.words("title", d.Title)
	c.words("language", d.Language)
	if len(d.Types) == 0 {
		c.report("types", "is empty", "give at least one type")
	}
}

// id checks an id and enters it in its name space.
func (c *checker) id(path, id string, space map[string]bool) {
	switch {
	case !idPattern.MatchString(id) || len(id) > longestID:
		c.report(path, fmt.Sprintf("%.120q is no id", id), fmt.Sprintf("use lower-case letters, digits and single hyphens, at most %d", longestID))
	case space[id]:
		c.report(path, fmt.Sprintf("%q is used twice", id), "types and parameters share one name space; rename one")
	}
	space[id] = true
}

func (c *checker) words(path, s string) {
	switch {
	case strings.TrimSpace(s) == "":
		c.report(path, "is missing", "say it in a few words")
	case !utf8.ValidString(s):
		c.report(path, "is not UTF-8", "write the characters themselves")
	case len(s) > longestText:
		c.report(path, fmt.Sprintf("is longer than %d bytes", longestText), "shorten it")
	}
}

func (c *checker) form(path string, f FormStatement) {
	if f.Form == 0 {
		c.report(path+".form", "is missing", "one of "+strings.Join(formVocabulary.names[1:], ", "))
	}
	c.rests(path, f.Provenance, f.Statement, f.Sources)
}

// rests checks that an entry says whose it is and what it rests on.
func (c *checker) rests(path string, p Provenance, statement string, sources []string) {
	switch {
	case p == 0:
		c.report(path+".provenance", "is missing", "published or operationalised")
	case p == Published && strings.TrimSpace(statement) == "":
		c.report(path+".statement", "is missing from a published entry", "paraphrase the sentence it rests on")
	case p == Operationalised && strings.TrimSpace(statement) == "" && len(sources) == 0:
		c.report(path+".sources", "is missing", "name the sources, or argue for the entry in its statement")
	}
	for i, s := range sources {
		at := fmt.Sprintf("%s.sources[%d]", path, i)
		if !c.sources[s] {
			c.report(at, fmt.Sprintf("%q is no source of this catalogue", s), "add it to sources, or correct the id")
		}
		if i > 0 && sources[i-1] >= s {
			c.report(at, fmt.Sprintf("%q is out of order or given twice", s), "sort the sources")
		}
	}
}

func (c *checker) lifecycle(path, id string, l Lifecycle) {
	if l.Status != 0 && l.Status != Active && strings.TrimSpace(l.Reason) == "" {
		c.report(path+".lifecycle.reason", "is missing", fmt.Sprintf("say why the entry is %v", l.Status))
	}
	if l.Successor != "" && (!c.entries[l.Successor] || l.Successor == id) {
		c.report(path+".lifecycle.successor", fmt.Sprintf("%q is no other entry of this catalogue", l.Successor), "correct the id, or leave it out")
	}
	if l.Since != "" && !versionPattern.MatchString(l.Since) {
		c.report(path+".lifecycle.since", fmt.Sprintf("%q is no version", l.Since), "write it like 1.0.0")
	}
}

func (c *checker) typ(path string, t Type) {
	c.words(path+".name", t.Name)
	if t.Form == 0 {
		c.report(path+".form", "is missing", "one of "+strings.Join(formVocabulary.names[1:], ", "))
	}
	c.rests(path, t.Provenance, t.Statement, t.Sources)
	c.lifecycle(path, t.ID, t.Lifecycle)
	for i, l := range t.LearnsFrom {
		c.words(fmt.Sprintf("%s.learns_from[%d].domain", path, i), l.Domain)
		c.words(fmt.Sprintf("%s.learns_from[%d].look_for", path, i), l.LookFor)
	}
	if len(t.Parameters) == 0 {
		c.report(path+".parameters", "is empty", "give the type at least one parameter")
	}
	for i, p := range t.Parameters {
		c.parameter(fmt.Sprintf("%s.parameters[%d]", path, i), t, p)
	}
	c.pairings(path, t)
}

func (c *checker) parameter(path string, t Type, p Parameter) {
	c.words(path+".name", p.Name)
	switch {
	case p.Pole == 0:
		c.report(path+".pole", "is missing", "challenge, driver or both")
	case t.Form != 0 && !t.Form.Allows(p.Pole):
		c.report(path+".pole", fmt.Sprintf("%v does not go with the form %v", p.Pole, t.Form), "correct the pole, or move the parameter to another type")
	}
	if p.Area == 0 {
		c.report(path+".area", "is missing", "one of "+strings.Join(areaVocabulary.names[1:], ", "))
	}
	if !slices.IsSorted(p.Stages) || len(slices.Compact(slices.Clone(p.Stages))) < len(p.Stages) || slices.Contains(p.Stages, 0) {
		c.report(path+".stages", "is out of order, repeats or has an unset stage", "list each stage once, in order")
	}
	if (p.Locus != 0 || p.Control != 0) && !p.Pole.Helps() {
		c.report(path+".locus", "is given for a parameter that is no driver", "leave locus and control out")
	}
	c.rests(path, p.Provenance, p.Statement, p.Sources)
	c.lifecycle(path, p.ID, p.Lifecycle)
}

func (c *checker) pairings(path string, t Type) {
	if len(t.Pairings) > 0 && t.Form != Oppositional {
		c.report(path+".pairings", fmt.Sprintf("are given for the form %v", t.Form), "only an oppositional force pairs drivers with challenges")
		return
	}
	poles := map[string]Pole{}
	for _, p := range t.Parameters {
		poles[p.ID] = p.Pole
	}
	for i, pair := range t.Pairings {
		at := fmt.Sprintf("%s.pairings[%d]", path, i)
		if poles[pair.Driver] != Driver {
			c.report(at+".driver", fmt.Sprintf("%q is no driver of this type", pair.Driver), "correct the id")
		}
		if len(pair.Challenges) == 0 {
			c.report(at+".challenges", "is empty", "name the challenges the driver answers, or remove the pairing")
		}
		for j, id := range pair.Challenges {
			if poles[id] != Challenge {
				c.report(fmt.Sprintf("%s.challenges[%d]", at, j), fmt.Sprintf("%q is no challenge of this type", id), "correct the id")
			}
		}
	}
}

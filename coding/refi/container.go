// Containers: the standard allows none that is empty, so each is written only when it holds something.

package refi

import "encoding/xml"

type userList struct {
	User []User
}

type codeList struct {
	Code []Code `xml:"Codes>Code"`
}

type variableList struct {
	Variable []Variable
}

type caseList struct {
	Case []Case
}

type noteList struct {
	Note []Text
}

type linkList struct {
	Link []Link
}

type setList struct {
	Set []Set
}

type graphList struct {
	Graph []Graph
}

type codeSetList struct {
	Set []CodeSet
}

// held gives a container when it is not empty.
func held[T, C any](list []T, container *C) *C {
	if len(list) == 0 {
		return nil
	}
	return container
}

// MarshalXML writes the project without empty containers.
func (p Project) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	return e.EncodeElement(struct {
		Name             string        `xml:"name,attr"`
		Origin           string        `xml:"origin,attr,omitempty"`
		CreatingUser     GUID          `xml:"creatingUserGUID,attr,omitempty"`
		CreationDateTime Time          `xml:"creationDateTime,attr,omitempty"`
		ModifyingUser    GUID          `xml:"modifyingUserGUID,attr,omitempty"`
		ModifiedDateTime Time          `xml:"modifiedDateTime,attr,omitempty"`
		BasePath         string        `xml:"basePath,attr,omitempty"`
		Users            *userList     `xml:"Users"`
		CodeBook         *codeList     `xml:"CodeBook"`
		Variables        *variableList `xml:"Variables"`
		Cases            *caseList     `xml:"Cases"`
		Sources          *Sources      `xml:"Sources"`
		Notes            *noteList     `xml:"Notes"`
		Links            *linkList     `xml:"Links"`
		Sets             *setList      `xml:"Sets"`
		Graphs           *graphList    `xml:"Graphs"`
		Description      string        `xml:"Description,omitempty"`
		NoteRefs         []Ref         `xml:"NoteRef"`
	}{
		p.Name, p.Origin, p.CreatingUser, p.CreationDateTime, p.ModifyingUser, p.ModifiedDateTime, p.BasePath,
		held(p.Users, &userList{p.Users}), held(p.Codes, &codeList{p.Codes}), held(p.Variables, &variableList{p.Variables}), held(p.Cases, &caseList{p.Cases}), p.Sources,
		held(p.Notes, &noteList{p.Notes}), held(p.Links, &linkList{p.Links}), held(p.Sets, &setList{p.Sets}), held(p.Graphs, &graphList{p.Graphs}), p.Description, p.NoteRefs,
	}, start)
}

// MarshalXML writes the codebook without empty containers.
func (c Codebook) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	return e.EncodeElement(struct {
		Origin string       `xml:"origin,attr,omitempty"`
		Codes  []Code       `xml:"Codes>Code"`
		Sets   *codeSetList `xml:"Sets"`
	}{c.Origin, c.Codes, held(c.Sets, &codeSetList{c.Sets})}, start)
}

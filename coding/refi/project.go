// The model of a project, as the standard has it. Fields stand in the order of its schema.

package refi

import "encoding/xml"

// A Project is a whole project.
type Project struct {
	XMLName          xml.Name `xml:"Project"`
	Name             string   `xml:"name,attr"`
	Origin           string   `xml:"origin,attr,omitempty"`
	CreatingUser     GUID     `xml:"creatingUserGUID,attr,omitempty"`
	CreationDateTime Time     `xml:"creationDateTime,attr,omitempty"`
	ModifyingUser    GUID     `xml:"modifyingUserGUID,attr,omitempty"`
	ModifiedDateTime Time     `xml:"modifiedDateTime,attr,omitempty"`
	BasePath         string   `xml:"basePath,attr,omitempty"`

	Users       []User     `xml:"Users>User,omitempty"`
	Codes       []Code     `xml:"CodeBook>Codes>Code,omitempty"`
	Variables   []Variable `xml:"Variables>Variable,omitempty"`
	Cases       []Case     `xml:"Cases>Case,omitempty"`
	Sources     *Sources   `xml:"Sources,omitempty"`
	Notes       []Text     `xml:"Notes>Note,omitempty"`
	Links       []Link     `xml:"Links>Link,omitempty"`
	Sets        []Set      `xml:"Sets>Set,omitempty"`
	Graphs      []Graph    `xml:"Graphs>Graph,omitempty"`
	Description string     `xml:"Description,omitempty"`
	NoteRefs    []Ref      `xml:"NoteRef,omitempty"`

	// Files are what the archive holds beside the project, by name, without the folder.
	Files []File `xml:"-"`
}

// A File is a source's file.
type File struct {
	Name string
	Data []byte
}

// A Ref points at something.
type Ref struct {
	Target GUID `xml:"targetGUID,attr"`
	// GUID is where some programs put it; reading moves it.
	GUID GUID `xml:"guid,attr,omitempty"`
}

// A User is somebody who worked on the project.
type User struct {
	GUID GUID   `xml:"guid,attr"`
	Name string `xml:"name,attr,omitempty"`
	ID   string `xml:"id,attr,omitempty"`
}

// A Code is a code with those below it.
type Code struct {
	GUID        GUID   `xml:"guid,attr"`
	Name        string `xml:"name,attr"`
	IsCodable   Flag   `xml:"isCodable,attr"`
	Color       Color  `xml:"color,attr,omitempty"`
	Description string `xml:"Description,omitempty"`
	NoteRefs    []Ref  `xml:"NoteRef,omitempty"`
	Codes       []Code `xml:"Code,omitempty"`
}

// A Variable is an attribute that cases and sources can have.
type Variable struct {
	GUID        GUID   `xml:"guid,attr"`
	Name        string `xml:"name,attr"`
	Type        Word   `xml:"typeOfVariable,attr"`
	Description string `xml:"Description,omitempty"`
}

// A VariableValue is a variable's value; one of the six is given.
type VariableValue struct {
	Variable Ref     `xml:"VariableRef"`
	Text     *string `xml:"TextValue"`
	Boolean  *string `xml:"BooleanValue"`
	Integer  *string `xml:"IntegerValue"`
	Float    *string `xml:"FloatValue"`
	Date     *string `xml:"DateValue"`
	DateTime *string `xml:"DateTimeValue"`
}

// Value gives the value as text.
func (v VariableValue) Value() string {
	for _, x := range []*string{v.Text, v.Boolean, v.Integer, v.Float, v.Date, v.DateTime} {
		if x != nil {
			return *x
		}
	}
	return ""
}

// A Case is what is compared.
type Case struct {
	GUID        GUID            `xml:"guid,attr"`
	Name        string          `xml:"name,attr,omitempty"`
	Description string          `xml:"Description,omitempty"`
	Codes       []Ref           `xml:"CodeRef,omitempty"`
	Values      []VariableValue `xml:"VariableValue,omitempty"`
	Sources     []Ref           `xml:"SourceRef,omitempty"`
	Selections  []Ref           `xml:"SelectionRef,omitempty"`
}

// A Set groups codes, sources and notes.
type Set struct {
	GUID        GUID   `xml:"guid,attr"`
	Name        string `xml:"name,attr"`
	Description string `xml:"Description,omitempty"`
	Codes       []Ref  `xml:"MemberCode,omitempty"`
	Sources     []Ref  `xml:"MemberSource,omitempty"`
	Notes       []Ref  `xml:"MemberNote,omitempty"`
}

// A Link joins two things.
type Link struct {
	GUID      GUID   `xml:"guid,attr"`
	Name      string `xml:"name,attr,omitempty"`
	Direction Word   `xml:"direction,attr,omitempty"`
	Color     Color  `xml:"color,attr,omitempty"`
	Origin    GUID   `xml:"originGUID,attr,omitempty"`
	Target    GUID   `xml:"targetGUID,attr,omitempty"`
	NoteRefs  []Ref  `xml:"NoteRef,omitempty"`
}

// A Graph is a drawing of things and their links.
type Graph struct {
	GUID     GUID     `xml:"guid,attr"`
	Name     string   `xml:"name,attr,omitempty"`
	Vertices []Vertex `xml:"Vertex,omitempty"`
	Edges    []Edge   `xml:"Edge,omitempty"`
}

// A Vertex is a thing in a graph.
type Vertex struct {
	GUID        GUID   `xml:"guid,attr"`
	Represented GUID   `xml:"representedGUID,attr,omitempty"`
	Name        string `xml:"name,attr,omitempty"`
	FirstX      Int    `xml:"firstX,attr"`
	FirstY      Int    `xml:"firstY,attr"`
	SecondX     *Int   `xml:"secondX,attr"`
	SecondY     *Int   `xml:"secondY,attr"`
	Shape       Word   `xml:"shape,attr,omitempty"`
	Color       Color  `xml:"color,attr,omitempty"`
}

// An Edge is a line in a graph.
type Edge struct {
	GUID        GUID   `xml:"guid,attr"`
	Represented GUID   `xml:"representedGUID,attr,omitempty"`
	Name        string `xml:"name,attr,omitempty"`
	Source      GUID   `xml:"sourceVertex,attr"`
	Target      GUID   `xml:"targetVertex,attr"`
	Color       Color  `xml:"color,attr,omitempty"`
	Direction   Word   `xml:"direction,attr,omitempty"`
	LineStyle   Word   `xml:"lineStyle,attr,omitempty"`
}

// A Codebook is codes alone, as a .qdc holds them.
type Codebook struct {
	XMLName xml.Name  `xml:"CodeBook"`
	Origin  string    `xml:"origin,attr,omitempty"`
	Codes   []Code    `xml:"Codes>Code,omitempty"`
	Sets    []CodeSet `xml:"Sets>Set,omitempty"`
}

// A CodeSet groups codes of a codebook.
type CodeSet struct {
	GUID        GUID         `xml:"guid,attr"`
	Name        string       `xml:"name,attr"`
	Description string       `xml:"Description,omitempty"`
	Codes       []MemberCode `xml:"MemberCode,omitempty"`
}

// A MemberCode names a code of a set; a codebook says guid where a project says targetGUID.
type MemberCode struct {
	GUID GUID `xml:"guid,attr"`
	// Target is where some programs put it; reading moves it.
	Target GUID `xml:"targetGUID,attr,omitempty"`
}

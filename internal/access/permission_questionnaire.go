package access

// The permissions on questionnaires.
type (
	ReadQuestionnaire struct{} // see what the own principal asks other services
	EditQuestionnaire struct{} // draft, publish and retire versions
)

func (ReadQuestionnaire) rule() rule { return rule{"questionnaire", "read"} }
func (EditQuestionnaire) rule() rule { return rule{"questionnaire", "edit"} }

var ofQuestionnaires = []Permission{ReadQuestionnaire{}, EditQuestionnaire{}}

package access

// forumCases are those of forums.
var forumCases = []may{
	{ReadForum{}, []string{"caseworker group_member", "unit-manager group_member", "administrator group_member", "meeting-leader group_member"}},
	{HandleForum{}, []string{"caseworker group_chair", "unit-manager group_chair", "administrator group_chair", "meeting-leader group_chair"}},
	{RaiseForumCase{}, []string{"caseworker group_member", "unit-manager group_member", "administrator group_member", "meeting-leader group_member"}},
	{FollowUpForumCase{}, []string{"caseworker group_chair self", "unit-manager group_chair self", "administrator group_chair self", "meeting-leader group_chair self"}},
	{OpenForumLink{}, []string{"caseworker own_case", "unit-manager own_unit"}},
}

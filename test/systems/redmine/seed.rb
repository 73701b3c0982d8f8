# Forty issues of October 2026, each saved by Redmine itself at its own time, and users by the rights they have.
require 'active_support/testing/time_helpers'
include ActiveSupport::Testing::TimeHelpers

Setting.rest_api_enabled = '1'
Setting.login_required = '1'
Setting.notified_events = [] # mails are written by threads that lock the database

def user(login)
  first, last = login.split('.').map(&:capitalize)
  made = User.new(firstname: first, lastname: last || first, mail: "#{login}@corp.test", language: 'en')
  made.login = login
  made.password = made.password_confirmation = 'secret1234'
  made.save!
  made
end

def role(name, permissions)
  Role.create!(name: name, permissions: permissions, issues_visibility: 'all', users_visibility: 'all')
end

# Redmine lets everybody view issues by default, which would hide that a right is missing.
Role.non_member.remove_permission!(:view_issues)
reader = role('Evidence', [:view_issues])
nothing = role('Nothing', [])

office = Project.new(name: 'Back office', identifier: 'back-office', is_public: false)
office.trackers = Tracker.all
office.enabled_module_names = %w(issue_tracking)
office.save!

staff = %w(wang.li li.na zhang.wei).map { |login| user(login) }
evidence, blind = user('evidence'), user('blind')
developer = Role.find_by!(name: 'Developer')
staff.each { |one| Member.create!(project: office, principal: one, roles: [developer]) }
Member.create!(project: office, principal: evidence, roles: [reader])
Member.create!(project: office, principal: blind, roles: [nothing])

# Found anew each time: an issue that was saved before goes on writing into its first journal.
def enter(id, who, at, status)
  travel_to(at) do
    issue = Issue.find(id)
    issue.init_journal(who)
    issue.status = IssueStatus.find_by!(name: status)
    issue.save!
  end
end

(1..40).each do |i|
  who = staff[i % 3]
  at = Time.utc(2026, 10, 1 + i % 28, 1, i)
  id = nil
  travel_to(at) do
    id = Issue.create!(project: office, tracker: Tracker.first, author: who, assigned_to: who, subject: "Task #{i}",
      priority: IssuePriority.first, due_date: at.to_date + 1, status: IssueStatus.find_by!(name: 'New')).id
  end
  enter(id, who, at + 1.hour, 'In Progress')
  enter(id, who, at + (2 + i).hours, 'Closed') unless i % 4 == 0
  next unless i % 10 == 1
  enter(id, who, at + (3 + i).hours, 'In Progress')
  enter(id, who, at + (20 + i).hours, 'Closed')
end

puts({ evidence: evidence.api_key, blind: blind.api_key }.to_json)

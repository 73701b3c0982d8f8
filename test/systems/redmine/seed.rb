require 'active_support/testing/time_helpers'; include ActiveSupport::Testing::TimeHelpers
Setting.rest_api_enabled = '1'; Setting.login_required = '1'
admin = User.find_by(login: 'admin'); admin.password = admin.password_confirmation = 'adminpass1'; admin.must_change_passwd = false; admin.save!; puts "APIKEY=#{admin.api_key}"
users = %w(wang.li li.na zhang.wei).map { |l| a, b = l.split('.'); u = User.new(firstname: b.capitalize, lastname: a.capitalize, mail: "#{l}@corp.test"); u.login = l; u.password = u.password_confirmation = 'secret1234'; u.save!; u }
pr = Project.new(name: 'Back office', identifier: 'back-office'); pr.trackers = Tracker.all; pr.enabled_module_names = %w(issue_tracking time_tracking); pr.save!
users.each { |u| Member.create!(project: pr, principal: u, roles: [Role.find_by(name: 'Developer')]) }
(1..40).each do |i|
  u = users[i % 3]; t = Time.utc(2026, 10, 1 + i % 28, 1, i); id = nil
  set = ->(at, name) { travel_to(at) { x = Issue.find(id); x.init_journal(u); x.status = IssueStatus.find_by(name: name); x.save! } }
  travel_to(t) { id = Issue.create!(project: pr, tracker: Tracker.first, author: admin, assigned_to: u, subject: "Task #{i}", priority: IssuePriority.first, start_date: t.to_date, due_date: t.to_date + 1, status: IssueStatus.find_by(name: 'New')).id }
  set.(t + 1.hour, 'In Progress'); set.(t + (2 + i).hours, 'Closed') if i % 4 != 0
  (set.(t + (3 + i).hours, 'In Progress'); set.(t + (20 + i).hours, 'Closed')) if i % 10 == 1
  TimeEntry.create!(project: pr, issue_id: id, user: u, author: u, hours: 1.5, activity: TimeEntryActivity.first, spent_on: t.to_date) if i.even?
end
